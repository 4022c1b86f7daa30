/**
 * Makes siblings what others are by replacing as little as possible: what is the same stays as it is, laid out and with its focus.
 * What comes in passes `clean`, which makes it safe to show; what stays has. `behind` is the node that follows the siblings. Returns
 * what stands there then.
 */
export function patchNodes(
  parent: Node,
  shown: readonly ChildNode[],
  wanted: readonly ChildNode[],
  behind: Node | null,
  clean: (nodes: readonly ChildNode[]) => DocumentFragment,
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
    patchNodes(from, [...from.childNodes], [...(to?.childNodes ?? [])], null, clean);
    return shown;
  }
  const fresh = clean(changed);
  const incoming = [...fresh.childNodes];
  parent.insertBefore(fresh, old[0] ?? shown[shown.length - end] ?? behind);
  for (const node of old) node.remove();
  return [...shown.slice(0, start), ...incoming, ...shown.slice(shown.length - end)];
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}
