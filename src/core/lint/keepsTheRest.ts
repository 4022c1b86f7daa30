import type { Block, Entry } from '../entry/entry.ts';
import { parseEntry } from '../entry/parse.ts';
import { lineRoles } from '../entry/scanLiterals.ts';
import { endOfLine, startOfLine } from '../text/lineBounds.ts';
import { lowerBound } from '../text/lowerBound.ts';
import { applyEdits, type Edit, type Span } from '../text/text.ts';
import { keepsOtherValues } from './frontMatter/keepsOtherValues.ts';

/**
 * Whether edits change nothing but what they touch: every other block, and everything that is not prose, is still there and of the same
 * kind, and YAML reads the other values of the front matter as before. The edited lines themselves may become another kind only through
 * `edits`, not through `textEdits`, which make no code, HTML or the like of what was prose either. One asterisk or backtick can change what
 * follows into something else.
 */
export function keepsTheRest(entry: Entry, edits: readonly Edit[], textEdits: readonly Edit[] = NO_EDITS): boolean {
  if (edits.length + textEdits.length === 0) return true;
  const sorted = [...edits, ...textEdits].sort((a, b) => a.from - b.from || a.to - b.to);
  const after = parseEntry(applyEdits(entry.text, sorted));
  const shift = shiftAlong(sorted);
  const isFrontMatterEdited = (sorted[0]?.from ?? 0) < entry.body.from || opensFrontMatter(entry, after, sorted);
  if (after.body.from !== entry.body.from && !isFrontMatterEdited) return false;
  const blocks = entry.blocks.filter((block) => !isJoined(entry.text, block, sorted));
  const shiftInBody: Shift = (span) => {
    const shifted = shift(span);
    return shifted && shifted.from >= after.body.from ? shifted : undefined;
  };
  const inFrontMatter = entry.frontMatter ? sorted.filter(({ to }) => to <= entry.body.from) : [];
  return (
    (inFrontMatter.length === 0 || keepsOtherValues(entry, inFrontMatter)) &&
    areKept(blocks, after.blocks, shiftInBody) &&
    areKept(entry.literals, after.literals, shiftInBody) &&
    (edits.length > 0 || after.literals.length <= entry.literals.length) &&
    areNewLiteralsEdited(entry, after, sorted, shiftInBody) &&
    areRolesKept(entry, after, sorted, new Set(textEdits), shiftInBody)
  );
}

const NO_EDITS: readonly Edit[] = [];

/** Whether every literal that was not there before is, at least partly, on a line that was edited. */
function areNewLiteralsEdited(entry: Entry, after: Entry, edits: readonly Edit[], shift: Shift): boolean {
  if (after.literals.length === 0) return true;
  const kept = new Set(entry.literals.map((literal) => shift(literal)?.from));
  let distance = 0;
  const editedLines = edits.map(({ from, to, text }) => {
    const start = from + distance;
    distance += text.length - (to - from);
    return { from: startOfLine(after.text, start), to: endOfLine(after.text, start + text.length) };
  });
  return after.literals.every(
    ({ from, to }) => kept.has(from) || editedLines.some((line) => from <= line.to && line.from <= to),
  );
}

/** Whether an edit of the first line makes it the opening `---` of front matter. */
function opensFrontMatter({ frontMatter, text }: Entry, after: Entry, edits: readonly Edit[]): boolean {
  const [first] = edits;
  return (
    !frontMatter && after.frontMatter?.close !== undefined && first !== undefined && first.to <= endOfLine(text, 0)
  );
}

/**
 * Whether Markdown takes each line for the same as before (the text of a paragraph, a list item, an underline …) that no edit touches, or
 * that only edits of its text touch.
 */
function areRolesKept(
  entry: Entry,
  after: Entry,
  edits: readonly Edit[],
  textEdits: ReadonlySet<Edit>,
  shift: Shift,
): boolean {
  const rolesAfter = lineRoles(after);
  for (const [from, role] of lineRoles(entry)) {
    if (isLineBreakRemoved(entry.text, from, edits)) continue;
    const to = endOfLine(entry.text, from);
    if (/^\s*\\?%\}\s*$/.test(entry.text.slice(from, to))) continue; // the end of a tag that an edit may have mended
    const line =
      shift({ from, to }) ?? (isTextEdited({ from, to }, edits, textEdits) ? shift({ from, to: from }) : undefined);
    if (line && rolesAfter.get(line.from) !== role) return false;
  }
  return true;
}

/** Whether only edits of its text touch a line. */
function isTextEdited({ from, to }: Span, edits: readonly Edit[], textEdits: ReadonlySet<Edit>): boolean {
  for (let index = lowerBound(edits, (edit) => edit.to < from); index < edits.length; index++) {
    const edit = edits[index];
    if (!edit || edit.from > to) break;
    if (!textEdits.has(edit) || edit.text.includes('\n')) return false;
  }
  return true;
}

/** Whether a paragraph is joined to the text before it: an edit removes the line break between them. */
function isJoined(text: string, { kind, from }: Block, edits: readonly Edit[]): boolean {
  return kind === 'paragraph' && isLineBreakRemoved(text, from, edits);
}

/** Whether an edit that ends at the offset removes the line break before it. */
function isLineBreakRemoved(text: string, offset: number, edits: readonly Edit[]): boolean {
  const edit = edits[lowerBound(edits, ({ to }) => to < offset)];
  return edit?.to === offset && text.slice(edit.from, offset).includes('\n') && !edit.text.includes('\n');
}

interface Part extends Span {
  readonly kind: string;
}

/** Whether each part that no edit touches is among the parts after the edits. Both lists are in order. */
function areKept(parts: readonly Part[], after: readonly Part[], shift: Shift): boolean {
  return parts.every((part) => {
    const span = shift(part);
    if (!span) return true;
    const kept = after[lowerBound(after, ({ from }) => from < span.from)];
    return kept?.from === span.from && kept.to === span.to && kept.kind === part.kind;
  });
}

/** The span after the edits; undefined if one of them overlaps it or inserts text in it or at its edges. */
type Shift = (span: Span) => Span | undefined;

function shiftAlong(edits: readonly Edit[]): Shift {
  const distances: number[] = []; // up to and including each edit
  let distance = 0;
  for (const { from, to, text } of edits) {
    distance += text.length - (to - from);
    distances.push(distance);
  }
  return (span) => {
    const before = lowerBound(edits, ({ from, to }) => to < span.from || (to === span.from && from < to));
    const next = edits[before];
    if (next && (next.from < span.to || (next.from === span.to && next.to === next.from))) return undefined;
    const offset = distances[before - 1] ?? 0;
    return { from: span.from + offset, to: span.to + offset };
  };
}
