import type { Entry } from '../../core/entry/entry.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { createPageSourceMap } from '../../core/render/targets/pageSourceMap.ts';
import {
  createPreviewRenderer,
  type PageBlock,
  type PreviewOptions,
  type PreviewPage,
  type PreviewSite,
} from '../../core/render/targets/previewPage.ts';
import { lineAt, lineStarts } from '../../core/text/lineIndex.ts';
import type { Mark, Part } from '../../preview/protocol.ts';
import { shiftSpans } from './shiftSpans.ts';
import { spliceBetween } from './splice.ts';

/** What changes on the page with a new version of its entry. */
interface Update {
  readonly head: Part;
  readonly body: Part;
  /** The last known problems, shifted to where they are now. */
  readonly marks: readonly Mark[];
}

/** Computes the changes of the page, version by version. */
export interface Updates {
  next(entry: Entry, options: PreviewOptions): Update;
  /** The marks for the problems of the last version; undefined if the page already has them. */
  marks(newProblems: readonly Problem[]): readonly Mark[] | undefined;
  /** The offset in the entry of a character of a block's text. */
  sourceAt(block: number, index: number): number | undefined;
  /** Forgets what the page shows: it was reloaded. */
  reset(): void;
}

export function createUpdates(currentSite?: () => PreviewSite): Updates {
  const render = createPreviewRenderer(currentSite);
  const map = createPageSourceMap();
  let sent: Sent = EMPTY_PAGE;
  let shown: Shown | undefined;
  let problems: readonly Problem[] = [];
  const marksOf = ({ entry, page, options }: Shown): readonly Mark[] =>
    map.marks(entry, page, options.target === 'site' ? problems : []);
  return {
    next(entry, options) {
      const page = render(entry, options);
      const starts = lineStarts(entry.text);
      const head = page.head.map(({ html }) => html);
      const body = page.body.map(({ html }) => html);
      if (shown) problems = shiftSpans(problems, shown.entry.text, entry.text);
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
    marks(newProblems) {
      problems = newProblems;
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
      sent = EMPTY_PAGE;
    },
  };
}

interface Shown {
  readonly entry: Entry;
  readonly page: PreviewPage;
  readonly options: PreviewOptions;
}

/** The blocks and marks that the page has. */
interface Sent {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly marks: readonly Mark[];
}

const EMPTY_PAGE: Sent = { head: [], body: [], marks: [] };

function linesOf(blocks: readonly PageBlock[], starts: readonly number[]): Pick<Part, 'lines' | 'items'> {
  const lines: number[] = [];
  const itemLines: number[] = [];
  for (const [index, { from, to, itemOffsets }] of blocks.entries()) {
    const first = lineAt(starts, from);
    lines.push(first, to > from ? lineAt(starts, to) + 1 : first);
    for (const item of itemOffsets) itemLines.push(index, lineAt(starts, item));
  }
  return { lines, items: itemLines };
}
