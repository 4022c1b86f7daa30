import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
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
 * Footnotes as in cmark. markdown-it-footnote reads the definitions. Labels are case-insensitive, the first definition of a label wins,
 * and there are no inline footnotes.
 */
export function footnotesPlugin(md: MarkdownIt): void {
  md.use(footnote);
  md.core.ruler.after('block', 'footnote_labels', normalizeLabels);
  md.core.ruler.at('footnote_tail', moveToEnd);
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

/**
 * Moves the definitions that have a reference to the end, in the order of their first references, and removes the others. Does what
 * markdown-it-footnote does, which copies all tokens once for each footnote.
 */
function moveToEnd(state: StateCore): void {
  const footnotes = footnotesOf(state.env);
  if (footnotes === undefined) return;
  const { definitions, others } = splitTokens(state.tokens);
  state.tokens = others;
  if (footnotes.list === undefined) return;
  const { Token } = state;
  others.push(new Token('footnote_block_open', '', 1));
  for (const [id, { label }] of footnotes.list.entries()) {
    const open = new Token('footnote_open', '', 1);
    open.meta = { id, label };
    others.push(open);
    for (const token of definitions.get(label) ?? []) others.push(token);
    // The link back goes into the last paragraph.
    const lastParagraph = others.at(-1)?.type === 'paragraph_close' ? others.pop() : undefined;
    const anchor = new Token('footnote_anchor', '', 0);
    anchor.meta = { id, subId: 0, label };
    others.push(anchor);
    if (lastParagraph) others.push(lastParagraph);
    others.push(new Token('footnote_close', '', -1));
  }
  others.push(new Token('footnote_block_close', '', -1));
}

/** Separates the tokens of each definition, by its label, from all others. */
function splitTokens(tokens: readonly Token[]): {
  readonly definitions: ReadonlyMap<string, readonly Token[]>;
  readonly others: Token[];
} {
  const definitions = new Map<string, readonly Token[]>();
  const others: Token[] = [];
  let content: Token[] = [];
  let label = '';
  let isInDefinition = false;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      content = [];
      label = String(token.meta?.['label'] ?? '');
      isInDefinition = true;
    } else if (token.type === 'footnote_reference_close') {
      definitions.set(label, content);
      isInDefinition = false;
    } else (isInDefinition ? content : others).push(token);
  }
  return { definitions, others };
}
