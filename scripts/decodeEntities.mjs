/**
 * Returns a function that decodes `&name;`, and returns it unchanged if HTML has no such name. It unpacks what `packEntities` has
 * written when it is first called.
 */
export function entityDecoder(/** @type {string} */ packed) {
  /** @type {ReadonlyMap<string, string> | undefined} */
  let entities;
  return (/** @type {string} */ reference) => {
    entities ??= unpackEntities(packed);
    return entities.get(reference.slice(1, -1)) ?? reference;
  };
}

function unpackEntities(/** @type {string} */ packed) {
  /** @type {Map<string, string>} */
  const entities = new Map();
  let code = 0;
  for (const group of packed.split(';')) {
    const words = group.split(' ');
    const names = words.filter((word) => !/^\d/.test(word));
    const [step = 1, ...second] = words.slice(names.length).map(Number);
    code += step;
    for (const name of names) entities.set(name, String.fromCodePoint(code, ...second));
  }
  return entities;
}
