import type { Entry } from '../../core/entry/entry.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { createPageMap } from '../../core/render/targets/pageMarks.ts';
import {
  createPreviewRenderer,
  type PreviewOptions,
  type ShownBlock,
  type ShownPage,
} from '../../core/render/targets/previewPage.ts';
import { lineAt, lineStarts } from '../../core/text/lineIndex.ts';
import type { Mark, Part } from '../../preview/protocol.ts';
import { shiftSpans } from './shiftSpans.ts';
import { spliceBetween } from './splice.ts';

/** What a page needs to be told of a new version of its entry. */
interface Update {
  readonly head: Part;
  readonly body: Part;
  /** Those that are known, where they are by now. */
  readonly marks: readonly Mark[];
}

/** Works out, version after version, what a page has to change. */
export interface Updates {
  next(entry: Entry, options: PreviewOptions): Update;
  /** What marks that version has, once its problems are known; undefined where the page has these. */
  marks(problems: readonly Problem[]): readonly Mark[] | undefined;
  /** Where in the entry that character of a block's text comes from, as the page shows it by now. */
  sourceAt(block: number, index: number): number | undefined;
  /** The page has lost what it was shown. */
  reset(): void;
}

export function createUpdates(siteUrl: string | undefined): Updates {
  const render = createPreviewRenderer(siteUrl);
  const map = createPageMap();
  let sent: Sent = NOTHING;
  let shown: Shown | undefined;
  let known: readonly Problem[] = [];
  const marksOf = ({ entry, page, options }: Shown): readonly Mark[] =>
    map.marks(entry, page, options.target === 'site' ? known : []);
  return {
    next(entry, options) {
      const page = render(entry, options);
      const starts = lineStarts(entry.text);
      const head = page.head.map(({ html }) => html);
      const body = page.body.map(({ html }) => html);
      if (shown) known = shiftSpans(known, shown.entry.text, entry.text);
      shown = { entry, page, options };
      const marks = marksOf(shown);
      const update = {
        head: { splice: spliceBetween(sent.head, head), ...linesOf(page.head, starts) },
        body: { splice: spliceBetween(sent.body, body), ...linesOf(page.body, starts) },
        marks,
      };
      sent = { head, body, marks };
      return update;
    },
    marks(problems) {
      known = problems;
      if (!shown) return undefined;
      const marks = marksOf(shown);
      if (JSON.stringify(marks) === JSON.stringify(sent.marks)) return undefined;
      sent = { ...sent, marks };
      return marks;
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

interface Shown {
  readonly entry: Entry;
  readonly page: ShownPage;
  readonly options: PreviewOptions;
}

/** The HTML of the blocks that the page has, and its marks. */
interface Sent {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly marks: readonly Mark[];
}

const NOTHING: Sent = { head: [], body: [], marks: [] };

function linesOf(blocks: readonly ShownBlock[], starts: readonly number[]): Pick<Part, 'lines' | 'items'> {
  const lines: number[] = [];
  const itemLines: number[] = [];
  for (const [index, { from, to, items }] of blocks.entries()) {
    const first = lineAt(starts, from);
    lines.push(first, to > from ? lineAt(starts, to) + 1 : first);
    for (const item of items) itemLines.push(index, lineAt(starts, item));
  }
  return { lines, items: itemLines };
}
