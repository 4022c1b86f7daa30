import type { Env, MarkdownIt, StateCore } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { normalizeLabel } from './escape.ts';

/** The state that markdown-it-footnote keeps for a document. */
interface FootnoteState {
  /** By `:label`, the index of the footnote in `list`; -1 before its first reference. */
  readonly refs: Record<string, number>;
  /** The footnotes in the order of their first references. */
  list?: { readonly label: string; count: number }[];
}

/**
 * Footnotes as in cmark. markdown-it-footnote reads the definitions and moves them to the end. Labels are case-insensitive,
 * the first definition of a label wins, and there are no inline footnotes.
 */
export function footnotesPlugin(md: MarkdownIt): void {
  md.use(footnote);
  md.core.ruler.after('block', 'footnote_labels', normalizeLabels);
}

/** Whether the document defines footnotes, used or not. */
export function hasFootnotes(env: Env): boolean {
  return footnotesOf(env) !== undefined;
}

/** The number of the footnote with a label; undefined if it is not defined. The first call for a label assigns its number. */
export function footnoteNumber(env: Env, label: string): number | undefined {
  const footnotes = footnotesOf(env);
  if (footnotes === undefined) return undefined;
  const normalized = normalizeLabel(label);
  const key = `:${normalized}`;
  const index = footnotes.refs[key];
  if (index === undefined) return undefined;
  footnotes.list ??= [];
  if (index < 0) {
    footnotes.refs[key] = footnotes.list.length;
    // The count is the number of backlinks, which is always one.
    footnotes.list.push({ label: normalized, count: 1 });
  }
  return (footnotes.refs[key] ?? 0) + 1;
}

function footnotesOf(env: Env): FootnoteState | undefined {
  return env['footnotes'] as FootnoteState | undefined;
}

function normalizeLabels({ tokens, env }: StateCore): void {
  if (!hasFootnotes(env)) return;
  const refs: Record<string, number> = {};
  for (const token of tokens) {
    if (token.type !== 'footnote_reference_open') continue;
    const label = normalizeLabel(String(token.meta?.['label'] ?? ''));
    // A repeated definition gets an empty label, which no reference can have.
    token.meta = { label: `:${label}` in refs ? '' : label };
    refs[`:${label}`] = -1;
  }
  env['footnotes'] = { refs } satisfies FootnoteState;
}
