import type { Block, Entry } from '../entry/entry.ts';
import { lowerBound } from '../text/lowerBound.ts';
import type { Edit, Span } from '../text/text.ts';

/** `<!-- daybook-disable-next citation-outlet -->` silences rules for the block behind it. */
const COMMENT = 'daybook-disable-next';

/** Leaves out what the writer has silenced by a comment. A comment that names no rule silences all. */
export function unsilenced<T extends Span & { readonly rule: string }>(entry: Entry, problems: T[]): T[] {
  // A short search is many times as quick as a long one, and few entries have comments.
  if (problems.length === 0 || !entry.text.includes('<!--') || !entry.text.includes(COMMENT)) return problems;
  const silences = [...silencesIn(entry)];
  return problems.filter(({ from, rule }) => {
    const silence = silenceAt(silences, from);
    return !silence || (silence.rules.size > 0 && !silence.rules.has(rule));
  });
}

/** They are in order and do not overlap. */
function silenceAt(silences: readonly Silence[], at: number): Silence | undefined {
  const found = silences[lowerBound(silences, ({ to }) => to <= at)];
  return found && found.from <= at ? found : undefined;
}

/** The edit that silences a rule for the block at an offset; undefined where there is none (in the front matter, say). */
export function silence({ text, blocks }: Entry, at: number, rule: string): Edit | undefined {
  const index = blocks.findIndex(({ from, to }) => from <= at && at <= to);
  const block = blocks[index];
  if (!block) return undefined;
  const before = blocks[index - 1];
  const named = before && commentIn(text, before);
  if (before && named) {
    const end = before.from + text.slice(before.from, before.to).indexOf('-->');
    return { from: end, to: end, text: `${rule} ` };
  }
  const line = text.lastIndexOf('\n', block.from - 1) + 1;
  return { from: line, to: line, text: `<!-- ${COMMENT} ${rule} -->\n\n` };
}

interface Silence extends Span {
  readonly rules: ReadonlySet<string>;
}

function* silencesIn({ text, blocks }: Entry): Generator<Silence> {
  for (const [index, block] of blocks.entries()) {
    const rules = commentIn(text, block);
    const next = blocks[index + 1];
    if (rules && next) yield { from: next.from - next.indent, to: next.to + 1, rules };
  }
}

/** The rules that a block silences; undefined where it is no such comment. */
function commentIn(text: string, { kind, from, to }: Block): ReadonlySet<string> | undefined {
  if (kind !== 'marker') return undefined;
  const match = /^<!--\s*daybook-disable-next\b([\w\s,-]*?)-->/.exec(text.slice(from, to));
  return match ? new Set(match[1]?.split(/[\s,]+/).filter((word) => word !== '')) : undefined;
}
