import type { Env, MarkdownIt, StateCore } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { normalizeLabel } from './escape.ts';

/** What markdown-it-footnote keeps of a document: its labels when the blocks are known, then the notes as they are met. */
interface Footnotes {
  readonly refs: Record<string, number>;
  list?: { readonly label: string; count: number }[];
}

/**
 * Footnotes as cmark has them: markdown-it-footnote reads the definitions and moves them to the end; labels are
 * compared without case, the first definition of a label counts, and there are no inline notes.
 */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  md.core.ruler.after('block', 'footnote_labels', normalizeLabels);
}

/** Whether the document defines footnotes, used or not. */
export function hasFootnotes(env: Env): boolean {
  return footnotesOf(env) !== undefined;
}

/** The number of the footnote with that label, given in the order in which they are asked for. */
export function numberOfNote(env: Env, label: string): number | undefined {
  const notes = footnotesOf(env);
  if (notes === undefined) return undefined;
  const normalized = normalizeLabel(label);
  const key = `:${normalized}`;
  const known = notes.refs[key];
  if (known === undefined) return undefined;
  notes.list ??= [];
  if (known < 0) {
    notes.refs[key] = notes.list.length;
    // The count is how many links back the note gets: always one.
    notes.list.push({ label: normalized, count: 1 });
  }
  return (notes.refs[key] ?? 0) + 1;
}

function footnotesOf(env: Env): Footnotes | undefined {
  return env['footnotes'] as Footnotes | undefined;
}

function normalizeLabels({ tokens, env }: StateCore): void {
  if (!hasFootnotes(env)) return;
  const refs: Record<string, number> = {};
  for (const token of tokens) {
    if (token.type !== 'footnote_reference_open') continue;
    const label = normalizeLabel(String(token.meta?.['label'] ?? ''));
    // A label no reference can have takes a repeated definition out of the way.
    token.meta = { label: `:${label}` in refs ? '' : label };
    refs[`:${label}`] = -1;
  }
  env['footnotes'] = { refs } satisfies Footnotes;
}
