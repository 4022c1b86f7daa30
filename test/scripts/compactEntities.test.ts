import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { characterEntities } from 'character-entities';
import esbuild, { type Plugin } from 'esbuild';

type Decode = (reference: string) => string;

test('every named character reference decodes as in the library that the packed table replaces', async () => {
  const [decode, decodeAsLibrary] = [await bundledDecoder(), await libraryDecoder()];
  const names = Object.keys(characterEntities);
  assert.equal(names.length, 2125); // all that HTML has
  for (const name of [...names, 'nope', 'nbs', 'Nbsp', 'toString', '__proto__']) {
    assert.equal(decode(`&${name};`), decodeAsLibrary(`&${name};`), name);
  }
});

async function bundledDecoder(): Promise<Decode> {
  const { compactEntities } = await import(pathToFileURL(resolve('scripts/compactEntities.mjs')).href);
  const { outputFiles } = await esbuild.build({
    stdin: { contents: "export { decodeHTMLStrict } from 'entities';", resolveDir: '.' },
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [compactEntities as Plugin],
  });
  const { decodeHTMLStrict } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return decodeHTMLStrict as Decode;
}

async function libraryDecoder(): Promise<Decode> {
  const require = createRequire(createRequire(import.meta.url).resolve('markdown-it'));
  const { decodeHTMLStrict } = await import(pathToFileURL(require.resolve('entities')).href);
  return decodeHTMLStrict as Decode;
}
