import type { Entry } from '../entry/entry.ts';
import { type Literal, literalAt } from '../entry/literals.ts';
import { type Span, textOf } from '../text/text.ts';

/** The code, HTML, Liquid or other literal that text typed at the offset would become part of; undefined in prose. */
export function literalAround({ text, literals }: Entry, offset: number): Literal | undefined {
  if (literals.length === 0) return undefined;
  const literal = literalAt(literals, offset);
  if (literal && (literal.isBlock || literal.from < offset)) return literal;
  // The end of the closing line of a block is part of it, and so is that of a tag which is not closed.
  const before = offset > 0 ? literalAt(literals, offset - 1) : undefined;
  if (before?.to === offset && (before.isBlock || isOpenEnded(text, before))) return before;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const after = literals.find(({ from }) => from >= offset);
  return after?.isBlock && text.slice(lineStart, after.from).trim() === '' ? after : undefined;
}

function isOpenEnded(text: string, { kind, to }: Literal): boolean {
  return kind === 'liquid' && !text.endsWith('}}', to) && !text.endsWith('%}', to);
}

/** Whether the offset is in the description of an image, after `![`, or in an address after it that is not closed yet. */
export function isInImageText({ prose, body }: Entry, offset: number): boolean {
  const before = prose.slice(Math.max(body.from, offset - MAX_IMAGE_TEXT_CHARS), offset);
  return before.includes('![') && IN_IMAGE_TEXT.test(before);
}

const IN_IMAGE_TEXT = /!\[(?:[^[\]\n]|\n(?!\s*\n)|\[[^[\]]*\])*(?:\]\([^()\s]*)?$/;
const MAX_IMAGE_TEXT_CHARS = 1000;

/**
 * Whether all code, HTML, comments, Liquid and definitions of an entry are the same after a change, in any order, apart from the
 * indentation of their lines as a whole. Literals inside `replaced`, a span of the entry before, may be missing.
 */
export function keepsLiterals(before: Entry, after: Entry, replaced?: Span): boolean {
  if (before.literals.length === 0 && after.literals.length === 0) return true;
  const listed = literalsOf(after, after.literals);
  if (isSameList(literalsOf(before, before.literals), listed)) return true;
  if (!replaced) return false;
  const kept = before.literals.filter(({ from, to }) => from < replaced.from || to > replaced.to);
  return isSameList(literalsOf(before, kept), listed);
}

function literalsOf({ text }: Entry, literals: readonly Literal[]): readonly string[] {
  return literals
    .map((literal) => {
      const source = textOf(text, literal);
      // The width of a tab in indented code depends on the column at which it starts.
      const isExact = text[literal.from - 1] === ' ' && /\n *\t/.test(source);
      return `${literal.kind} ${isExact ? source : withoutIndentation(source)}`;
    })
    .sort();
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

/** The lines without the indentation that those after the first have in common. */
function withoutIndentation(text: string): string {
  if (!text.includes('\n')) return text.trim();
  const [first = '', ...rest] = text.split(/\r?\n/);
  const indents = rest.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  return [first.trim(), ...rest.map((line) => line.slice(Math.min(common, line.length)).trimEnd())].join('\n');
}
