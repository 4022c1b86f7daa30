import { readFileSync } from 'node:fs';

/** package.json as the editor reads it, with each `%key%` replaced by its string in package.nls.json. */
export function readManifest<T>(): T {
  const strings = readManifestStrings();
  return JSON.parse(readFileSync('package.json', 'utf8'), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : (strings[key] ?? value);
  });
}

/** The strings of package.nls.json by their keys. */
export function readManifestStrings(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync('package.nls.json', 'utf8'));
}
