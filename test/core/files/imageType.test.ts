import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkImage } from '../../../src/core/files/imageType.ts';

test('the type of an image is told by its content', () => {
  checkType('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'png');
  checkType('\xff\xd8\xff\xe0\0\x10JFIF', 'jpg');
  checkType('GIF87a', 'gif');
  checkType('GIF89a', 'gif');
  checkType('RIFF\x24\0\0\0WEBPVP8 ', 'webp');
  checkType('\0\0\0\x20ftypavif', 'avif');
  checkType('<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg');
  checkType('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a - b -->\n<!DOCTYPE svg>\n<svg>', 'svg');
});

test('other files are refused with the reason', () => {
  checkRefused('', 'is empty');
  checkRefused('The mayor left.', 'is not a PNG, JPEG, GIF, WebP, AVIF or SVG image');
  checkRefused('<p>An <svg></svg></p>', 'is not a PNG, JPEG, GIF, WebP, AVIF or SVG image');
  checkRefused('RIFF\x24\0\0\0WAVEfmt ', 'is not a PNG, JPEG, GIF, WebP, AVIF or SVG image');
  checkRefused('\0\0\0\x18ftypheic', 'is a HEIC image, which browsers do not show');
  checkRefused('II*\0\x08', 'is a TIFF image, which browsers do not show');
  checkRefused('BM\x36\x10\0\0\0\0\0\0', 'is a BMP image, which browsers do not show');
  checkRefused('<svg><script>alert(1)</script></svg>', 'contains a script');
  checkRefused('<svg onload="alert(1)">', 'contains a script');
});

test('an image of more than 20 MB is refused', () => {
  const bytes = new Uint8Array(20_000_001);
  bytes.set(bytesOf('\x89PNG\r\n\x1a\n'));
  assert.deepEqual(checkImage(bytes), { ok: false, reason: 'has 21 MB, more than the 20 MB that fit on a page' });
  assert.equal(checkImage(bytes.subarray(0, 20_000_000)).ok, true);
});

function checkType(content: string, extension: string): void {
  assert.deepEqual(checkImage(bytesOf(content)), { ok: true, type: { extension } });
}

function checkRefused(content: string, reason: string): void {
  assert.deepEqual(checkImage(bytesOf(content)), { ok: false, reason });
}

function bytesOf(content: string): Uint8Array {
  return Uint8Array.from(content, (character) => character.charCodeAt(0));
}
