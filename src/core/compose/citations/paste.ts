import type { Edit, Span } from '../../text/text.ts';

/** The result of pasting into an entry. */
export interface Paste {
  /**
   * `citations` creates or extends a group; `link` creates an inline link; `address` fills the parentheses of a link; `cited` changes
   * nothing, since the group has every address already.
   */
  readonly kind: 'citations' | 'link' | 'address' | 'cited';
  /** Offsets refer to the entry before the paste. */
  readonly edits: readonly Edit[];
  /** Where the cursor goes: an offset in the text after the edits. */
  readonly caret: number;
}

/** Replaces the span and puts the caret after the replacement. */
export function replaceSpan({ from, to }: Span, replacement: string, kind: Paste['kind'] = 'citations'): Paste {
  return { kind, edits: [{ from, to, text: replacement }], caret: from + replacement.length };
}
