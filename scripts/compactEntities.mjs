import { createRequire } from 'node:module';
import { characterEntities } from 'character-entities';

const require = createRequire(import.meta.url);

/**
 * Replaces the function of the library `entities` that markdown-it calls by a smaller one: the library's own table cannot be compressed,
 * and takes 17 KB of the package. That of `character-entities` takes 7 KB in the form that `packEntities` gives it.
 *
 * @type {import('esbuild').Plugin}
 */
export const compactEntities = {
  name: 'compact-entities',
  setup(build) {
    const path = require.resolve('character-entities');
    build.onResolve({ filter: /^entities$/ }, () => ({ path, suffix: '?packed' }));
    build.onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, ({ suffix }) =>
      suffix === '?packed' ? { contents: PACKED, resolveDir: '.' } : undefined,
    );
  },
};

/**
 * Writes the names of each character in the order of the code points: `gt;quest;commat`, with a number where the distance from the code
 * point before is not 1, `gt;Cap 10;fjlig 5 106`; another number is a second code point.
 *
 * @returns {string}
 */
function packEntities(/** @type {Readonly<Record<string, string>>} */ entities) {
  /** @type {Map<string, string[]>} */
  const namesOf = new Map();
  for (const [name, characters] of Object.entries(entities)) {
    namesOf.set(characters, [...(namesOf.get(characters) ?? []), name]);
  }
  let previous = 0;
  return [...namesOf]
    .map(([characters, names]) => ({
      names,
      codes: Array.from(characters, (character) => character.codePointAt(0) ?? 0),
    }))
    .sort((a, b) => (a.codes[0] ?? 0) - (b.codes[0] ?? 0))
    .map(({ names, codes: [code = 0, ...second] }) => {
      const step = code - previous;
      previous = code;
      return [...names, ...(step === 1 && second.length === 0 ? [] : [step, ...second])].join(' ');
    })
    .join(';');
}

const PACKED = `import { entityDecoder } from './scripts/decodeEntities.mjs';
  export const decodeHTMLStrict = entityDecoder(${JSON.stringify(packEntities(characterEntities))});`;
