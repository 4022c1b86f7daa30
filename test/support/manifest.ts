import { readFileSync } from 'node:fs';

/** package.json as the editor reads it: what stands there as `%key%` is what package.nls.json says. */
export function readManifest<T>(): T {
  const strings = manifestSentences();
  return JSON.parse(readFileSync('package.json', 'utf8'), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (strings[key] ?? value);
  });
}

/** package.nls.json: the sentences by their keys. */
export function manifestSentences(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync('package.nls.json', 'utf8'));
}
