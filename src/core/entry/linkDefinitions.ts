/** A link reference definition: `[label]: https://herald.example/a "Title"`. */
interface LinkDefinition {
  readonly label: string;
  /** The offset of the end of its last line. */
  readonly to: number;
}

/** The definition that starts at the offset of a paragraph's text; undefined if there is none. */
export function definitionAt(content: string, at: number): LinkDefinition | undefined {
  DEFINITION.lastIndex = at;
  const [, label = '', address = ''] = DEFINITION.exec(content) ?? [];
  if (label.trim() === '' || !hasBalancedParens(address)) return undefined;
  return { label: normalizedLabel(label), to: DEFINITION.lastIndex };
}

/** A label, an address and perhaps a title, each of the last two on a line of its own if need be. */
const DEFINITION =
  /\[(?!\^[^\]\s]+\])((?:\\.|[^[\]\\])+)\]:[ \t]*\n?[ \t]*(?:<(?:\\.|[^<>\\\n])*>|([^\s<]\S*))(?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^()\\])*\)))?[ \t]*(?=\n|$)/y;

function hasBalancedParens(address: string): boolean {
  let depth = 0;
  for (const [parenthesis] of address.matchAll(/\\.|[()]/g)) {
    if (parenthesis === '(') depth++;
    else if (parenthesis === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** The form in which labels are compared: without regard to case and the length of whitespace. */
export function normalizedLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
