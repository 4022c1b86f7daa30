import type { Block, Entry } from '../entry/entry.ts';
import { lowerBound } from '../text/lowerBound.ts';
import type { Edit, Span } from '../text/text.ts';

/** `<!-- daybook-disable-next citation-outlet -->` suppresses rules for the next block. */
const DIRECTIVE = 'daybook-disable-next';

/** Returns the problems that no comment suppresses. A comment that names no rule suppresses all rules. */
export function withoutSuppressed<T extends Span & { readonly rule: string }>(entry: Entry, problems: T[]): T[] {
  // Searching for a short string is much faster than for a long one, and few entries contain comments.
  if (problems.length === 0 || !entry.text.includes('<!--') || !entry.text.includes(DIRECTIVE)) return problems;
  const suppressions = [...suppressionsIn(entry)];
  return problems.filter(({ from, rule }) => {
    const suppression = suppressionAt(suppressions, from);
    return !suppression || (suppression.rules.size > 0 && !suppression.rules.has(rule));
  });
}

/** The suppressions must be in order and must not overlap. */
function suppressionAt(suppressions: readonly Suppression[], offset: number): Suppression | undefined {
  const suppression = suppressions[lowerBound(suppressions, ({ to }) => to <= offset)];
  return suppression && suppression.from <= offset ? suppression : undefined;
}

/** The edit that suppresses a rule for the block at an offset; undefined if there is no block, as in the front matter. */
export function suppressRule({ text, blocks }: Entry, offset: number, rule: string): Edit | undefined {
  const index = blocks.findIndex(({ from, to }) => from <= offset && offset <= to);
  const block = blocks[index];
  if (!block) return undefined;
  const previous = blocks[index - 1];
  if (previous && suppressedRulesIn(text, previous)) {
    const end = previous.from + text.slice(previous.from, previous.to).indexOf('-->');
    return { from: end, to: end, text: `${rule} ` };
  }
  const lineStart = text.lastIndexOf('\n', block.from - 1) + 1;
  return { from: lineStart, to: lineStart, text: `<!-- ${DIRECTIVE} ${rule} -->\n\n` };
}

/** The span that a comment applies to. An empty set of rules stands for all rules. */
interface Suppression extends Span {
  readonly rules: ReadonlySet<string>;
}

function* suppressionsIn({ text, blocks }: Entry): Generator<Suppression> {
  for (const [index, block] of blocks.entries()) {
    const rules = suppressedRulesIn(text, block);
    const next = blocks[index + 1];
    if (rules && next) yield { from: next.from - next.indent, to: next.to + 1, rules };
  }
}

/** The rules that a block suppresses; undefined if it is not a suppression comment. */
function suppressedRulesIn(text: string, { kind, from, to }: Block): ReadonlySet<string> | undefined {
  if (kind !== 'marker') return undefined;
  const match = /^<!--\s*daybook-disable-next\b([\w\s,-]*?)-->/.exec(text.slice(from, to));
  return match ? new Set(match[1]?.split(/[\s,]+/).filter((word) => word !== '')) : undefined;
}
