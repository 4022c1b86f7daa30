import { normalizedLabel } from '../../entry/linkDefinitions.ts';
import { lazy } from '../../text/lazy.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, RuleEntry } from '../rule.ts';

/** A footnote's label where it is defined (`[^1]: …`) or referred to (`[^1]`), with its brackets. */
interface FootnoteMark extends Span {
  readonly label: string;
}

/** References to footnotes that are not defined, and definitions that the page does not show. */
export function* footnoteFaults({ text, source, body }: RuleEntry): Generator<Finding> {
  const definitions: FootnoteMark[] = [];
  const references: FootnoteMark[] = [];
  for (const { index, 0: whole, 1: label = '' } of text.slice(body.from).matchAll(MARK)) {
    const from = body.from + index;
    const mark = { from, to: from + whole.length, label: normalizedLabel(label) };
    if (isDefinition(text, mark)) definitions.push(mark);
    else if (isReference(text, mark, label)) references.push(mark);
  }
  const defined = new Set(definitions.map(({ label }) => label));
  const escapedDefinitions = lazy(
    () =>
      new Set([...text.slice(body.from).matchAll(ESCAPED_DEFINITION)].map(([, label = '']) => normalizedLabel(label))),
  );
  for (const { from, to, label } of references) {
    const name = source.slice(from + 2, to - 1);
    // The definition may only be escaped, which is a fault of its own.
    if (defined.has(label) || escapedDefinitions().has(label)) continue;
    yield { from, to, message: `The footnote "${name}" is not defined: the page will show the brackets.` };
  }
  const needed = new Set(references.map(({ label }) => label));
  const shown = new Set<string>();
  for (const { from, to, label } of definitions) {
    const name = source.slice(from + 2, to - 1);
    if (!needed.has(label))
      yield {
        from,
        to,
        severity: 'warning',
        message: `Nothing refers to the footnote "${name}": the page will not show its text.`,
      };
    else if (shown.has(label))
      yield {
        from,
        to,
        severity: 'warning',
        message: `The footnote "${name}" is defined a second time: the page will not show this text.`,
      };
    shown.add(label);
  }
}

/** `\[^1\]:` */
const ESCAPED_DEFINITION = /\[\^([^\s[\]\\]{1,80})\\\]:/g;
const MARK = /\[\^([^\s[\]^]{1,80})\]/g;

/** At the start of a line, perhaps in a list or a quote, and followed by a colon. */
function isDefinition(text: string, { from, to }: Span): boolean {
  if (text.charAt(to) !== ':') return false;
  return /^[ \t>]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)?$/.test(text.slice(text.lastIndexOf('\n', from - 1) + 1, from));
}

/** Not an escaped one, a link, or a set of characters as in a regular expression: `[^a-z]`, `[^abc]*`. */
function isReference(text: string, { from, to }: Span, label: string): boolean {
  if (text.charAt(from - 1) === '\\' || '([+'.includes(text.charAt(to) || ' ')) return false;
  if (/^\d+$/.test(label)) return true;
  const isRepeated = text.charAt(to) === '*' && text.charAt(to + 1) !== '*';
  return !isRepeated && /^[\p{L}\p{N}_]/u.test(label) && !/^.-.|[\\|$/]/u.test(label);
}
