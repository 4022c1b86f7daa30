import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageFolders, imageSuggestions } from '../../../src/core/languageFeatures/imageSuggestions.ts';

test('the folders of images are those that entries use, the most used first', () => {
  const images = ['/img/2031/a.jpg', '/uploads/12.jpg', 'uploads/13.jpg', ' ./uploads/b.png'];
  assert.deepEqual(imageFolders(images), ['uploads', 'img/2031']);
});

test('images on other sites yield no folder', () => {
  const images = ['https://pictures.example/a/12.jpg', '//cdn.example/a.jpg', '{{ site.cdn }}/a.jpg', '../a/b.jpg'];
  assert.deepEqual(imageFolders([...images, '/a.jpg', 'a.jpg', '']), []);
});

test('images of the day come first, then those with the highest numbers', () => {
  const files = ['uploads/day-9.jpg', 'uploads/day-12-ferry.JPG', 'img/day-100.png', 'img/12.webp', 'img/notes.txt'];
  assert.deepEqual(imageSuggestions(files, 12), [
    '/uploads/day-12-ferry.JPG',
    '/img/12.webp',
    '/img/day-100.png',
    '/uploads/day-9.jpg',
  ]);
  assert.deepEqual(imageSuggestions(['uploads/112.jpg', 'uploads/2.jpg'], undefined), [
    '/uploads/112.jpg',
    '/uploads/2.jpg',
  ]);
});

test('at most fifty images are suggested', () => {
  const files = Array.from({ length: 80 }, (_, index) => `uploads/${index}.jpg`);
  assert.equal(imageSuggestions(files, undefined).length, 50);
});
