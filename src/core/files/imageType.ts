/** A kind of image that browsers show. */
interface ImageType {
  /** Of file names: `jpg`. */
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'svg';
}

/** The kind of an image, or why it cannot be on a page; judged by its content, because names and clipboards can be wrong. */
type ImageCheck =
  | { readonly ok: true; readonly type: ImageType }
  /** A predicate for a sentence: `is not a PNG, …`. */
  | { readonly ok: false; readonly reason: string };

/** Checks what the bytes of a file are. */
export function checkImage(bytes: Uint8Array): ImageCheck {
  if (bytes.length === 0) return { ok: false, reason: 'is empty' };
  if (bytes.length > MAX_IMAGE_BYTES) {
    const size = Math.ceil(bytes.length / MEGABYTE);
    return { ok: false, reason: `has ${size} MB, more than the ${MAX_IMAGE_BYTES / MEGABYTE} MB that fit on a page` };
  }
  const start = String.fromCharCode(...bytes.subarray(0, SIGNATURE_BYTES));
  const extension = extensionOf(start);
  if (extension) return { ok: true, type: { extension } };
  const otherName = otherNameOf(start);
  if (otherName !== undefined) return { ok: false, reason: `is a ${otherName} image, which browsers do not show` };
  const source = new TextDecoder().decode(bytes);
  if (!SVG_START.test(source)) return { ok: false, reason: `is not a ${KINDS} image` };
  if (SVG_SCRIPT.test(source)) return { ok: false, reason: 'contains a script' };
  return { ok: true, type: { extension: 'svg' } };
}

const KINDS = 'PNG, JPEG, GIF, WebP, AVIF or SVG';

const MEGABYTE = 1_000_000;

/** Far more than a page should load, but photographs right from a camera have that size. */
const MAX_IMAGE_BYTES = 20 * MEGABYTE;

const SIGNATURE_BYTES = 16;

function extensionOf(start: string): ImageType['extension'] | undefined {
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  return /^ftypavi[fs]/.test(start.slice(4)) ? 'avif' : undefined;
}

function otherNameOf(start: string): string | undefined {
  if (/^ftyp(?:hei[cfmsx]|hev[cx]|mif1|msf1)/.test(start.slice(4))) return 'HEIC';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'TIFF';
  return start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0' ? 'BMP' : undefined;
}

/** After an XML declaration, a document type and comments. */
const SVG_START = /^\ufeff?\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i;

/** Browsers do not run scripts of an image on a page, but they do if its file is opened. */
const SVG_SCRIPT = /<script[\s>/]|\son[a-z]+\s*=|javascript:/i;
