/**
 * Turns the sibling nodes `shown` into `wanted` by replacing as few as possible: equal nodes stay, with their layout and focus. New
 * nodes pass through `sanitize`; those that stay already have. `nextNode` follows the siblings. Returns the resulting siblings.
 */
export function patchNodes(
  parent: Node,
  shown: readonly ChildNode[],
  wanted: readonly ChildNode[],
  nextNode: Node | null,
  sanitize: (nodes: readonly ChildNode[]) => DocumentFragment,
): readonly ChildNode[] {
  const least = Math.min(shown.length, wanted.length);
  let start = 0;
  while (start < least && isSame(shown[start], wanted[start])) start++;
  let end = 0;
  while (end < least - start && isSame(shown.at(-1 - end), wanted.at(-1 - end))) end++;
  const old = shown.slice(start, shown.length - end);
  const changed = wanted.slice(start, wanted.length - end);
  const [from] = old;
  const [to] = changed;
  if (
    old.length === 1 &&
    changed.length === 1 &&
    from instanceof Element &&
    isSame(from.cloneNode(), to?.cloneNode())
  ) {
    patchNodes(from, [...from.childNodes], [...(to?.childNodes ?? [])], null, sanitize);
    return shown;
  }
  const fresh = sanitize(changed);
  const incoming = [...fresh.childNodes];
  parent.insertBefore(fresh, old[0] ?? shown[shown.length - end] ?? nextNode);
  for (const node of old) node.remove();
  return [...shown.slice(0, start), ...incoming, ...shown.slice(shown.length - end)];
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}
