import type { Entry } from '../../core/entry/entry.ts';
import { lineAt, lineStarts } from '../../core/lines.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { createPageMap } from '../../core/render/pageMarks.ts';
import {
  createPreviewRenderer,
  type PreviewOptions,
  type ShownBlock,
  type ShownPage,
} from '../../core/render/previewPage.ts';
import type { Mark, Part } from '../../preview/protocol.ts';
import { spliceBetween } from './splice.ts';

/** What a page needs to be told of a new version of its entry. */
export interface Update {
  readonly head: Part;
  readonly body: Part;
  readonly marks: readonly Mark[];
}

/** Works out, version after version, what a page has to change. */
export interface Updates {
  next(entry: Entry, problems: readonly Problem[], options: PreviewOptions): Update;
  /** Where in the entry that character of a block's text comes from, as the page shows it by now. */
  sourceAt(block: number, index: number): number | undefined;
  /** The page has lost what it was shown. */
  reset(): void;
}

export function createUpdates(siteUrl: string | undefined): Updates {
  const render = createPreviewRenderer(siteUrl);
  const map = createPageMap();
  let sent: Sent = NOTHING;
  let shown: { readonly entry: Entry; readonly page: ShownPage } | undefined;
  return {
    next(entry, problems, options) {
      const page = render(entry, options);
      const starts = lineStarts(entry.text);
      const head = page.head.map(({ html }) => html);
      const body = page.body.map(({ html }) => html);
      const update = {
        head: { splice: spliceBetween(sent.head, head), lines: linesOf(page.head, starts) },
        body: { splice: spliceBetween(sent.body, body), lines: linesOf(page.body, starts) },
        marks: map.marks(entry, page, options.target === 'site' ? problems : []),
      };
      sent = { head, body };
      shown = { entry, page };
      return update;
    },
    sourceAt(index, character) {
      if (!shown) return undefined;
      const block = [...shown.page.head, ...shown.page.body][index];
      return block && map.sourceAt(shown.entry, block, character);
    },
    reset() {
      sent = NOTHING;
    },
  };
}

/** The HTML of the blocks that the page has. */
interface Sent {
  readonly head: readonly string[];
  readonly body: readonly string[];
}

const NOTHING: Sent = { head: [], body: [] };

function linesOf(blocks: readonly ShownBlock[], starts: readonly number[]): number[] {
  const lines: number[] = [];
  for (const { from, to } of blocks) {
    const first = lineAt(starts, from);
    lines.push(first, to > from ? lineAt(starts, to) + 1 : first);
  }
  return lines;
}
