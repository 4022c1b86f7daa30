import { showLook, showTarget } from './appearance.ts';
import { copyRichText } from './clipboard.ts';
import { createReader } from './htmlReader.ts';
import { boxOf, type LineRegion, lineRegionsOf } from './lineRegions.ts';
import { createBlocks } from './pageBlocks.ts';
import { problemAt, watchProblems } from './problems.ts';
import type { FromPage, Look, Mark, PageState, Part, ShownState, ToPage } from './protocol.ts';
import {
  blockAt,
  bringIntoView,
  keepWritten,
  placeAt,
  type ScrollAnchor,
  scrollAnchorsOf,
  yAt,
  yIn,
} from './scroll.ts';
import { textOffset } from './underlines.ts';

// The page beside the text: shows what it is sent, and says what is done in it.

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const reader = createReader(() => ({ isEmail: state?.target === 'email', pictures: look.pictures }));
const head = createBlocks(element('head'), reader);
const body = createBlocks(element('body'), reader);
let parts: { readonly head: Part; readonly body: Part } | undefined;
let spots: readonly LineRegion[] = [];
/** Those of the spots. */
let lines: readonly number[] = [];
let marks: readonly Mark[] = [];
let look: Look = { theme: 'editor', zoom: 100, pictures: [] };
let state = editor.getState();
if (state) showTarget(state.target);
let isPlaced = state?.top === undefined;
let cursor = 0;
let current: HTMLElement | undefined;
let isPointedAt = false;
/** Where the page was put by itself and not by the reader, in pixels. */
let put = -1;

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'update':
      editor.postMessage({ type: 'received', version: data.version });
      update(data.head, data.body, data.marks);
      if (data.cursor !== undefined) showCursor(data.cursor, 'written');
      return;
    case 'marks':
      mark(data.marks);
      return;
    case 'shows':
      shows(data.state);
      return;
    case 'look':
      look = data.look;
      showLook(look);
      return;
    case 'cursor':
      showCursor(data.place, data.reveal);
      return;
    case 'scroll':
      if (!document.hasFocus()) putAt(yAt(knots(), data.place));
      return;
    case 'copy':
      void copyRichText(data.html, data.text).then((ok) => editor.postMessage({ type: 'copied', ok }));
      return;
  }
});

document.addEventListener('click', (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const link = target.closest('a[href]');
  const href = link?.getAttribute('href') ?? '';
  if (link) event.preventDefault();
  if (href.startsWith('#')) {
    document.getElementById(`user-content-${href.slice(1)}`)?.scrollIntoView();
    return;
  }
  if (getSelection()?.isCollapsed === false) return;
  const mark = markOf(problemAt(target) ?? target);
  if (mark && !link) choose(mark, false);
  else showSource(event, target);
  if (link && !event.altKey) editor.postMessage({ type: 'followed', href });
});
document.addEventListener('submit', (event) => event.preventDefault());
document.documentElement.addEventListener('pointerenter', () => {
  isPointedAt = true;
});
document.documentElement.addEventListener('pointerleave', () => {
  isPointedAt = false;
});
addEventListener('scroll', scrolled, { passive: true });
watchProblems({ note: element('note'), markOf, choose });

editor.postMessage({ type: 'ready', isNew: isPlaced });

function update(headPart: Part, bodyPart: Part, newMarks: readonly Mark[]): void {
  markCurrent(-1); // it is not part of what is compared
  marks = newMarks;
  const inHead = headPart.lines.length / 2;
  const marksAt = marksByBlock();
  head.splice(headPart.splice, marksAt);
  body.splice(bodyPart.splice, (index) => marksAt(inHead + index));
  parts = { head: headPart, body: bodyPart };
  mark(newMarks);
  if (isPlaced) return;
  isPlaced = true;
  putAt(yAt(knots(), state?.top ?? 0));
}

/** Underlines what is not underlined yet, and nothing else. */
function mark(newMarks: readonly Mark[]): void {
  markCurrent(-1);
  marks = newMarks;
  const marksAt = marksByBlock();
  for (let index = 0; index < head.length; index++) head.mark(index, marksAt(index));
  for (let index = 0; index < body.length; index++) body.mark(index, marksAt(head.length + index));
  spots = parts ? [...lineRegionsOf(head, parts.head), ...lineRegionsOf(body, parts.body)] : [];
  lines = spots.flatMap(({ from, to }) => [from, to]);
  markCurrent(blockAt(lines, cursor));
}

function marksByBlock(): (index: number) => readonly Mark[] {
  const byBlock = new Map<number, Mark[]>();
  for (const mark of marks) byBlock.set(mark.block, [...(byBlock.get(mark.block) ?? []), mark]);
  return (index) => byBlock.get(index) ?? [];
}

/** Another entry begins at its top; the same one stays where it is. */
function shows(next: ShownState): void {
  const isSame = state?.uri === next.uri;
  state = isSame && state?.top !== undefined ? { ...next, top: state.top } : next;
  editor.setState(state);
  showTarget(state.target);
  if (isSame) return;
  isPlaced = true;
  putAt(0);
}

function choose(mark: Mark, fix: boolean): void {
  editor.postMessage({ type: 'problem', source: mark.source, fix });
}

function markOf(node: Element): Mark | undefined {
  const index = node instanceof HTMLElement ? Number(node.dataset['mark']) : Number.NaN;
  const block = blockOf(node);
  return Number.isNaN(index) ? undefined : marks.filter((mark) => mark.block === block)[index];
}

/** Where the text was clicked, as exactly as the browser can say. */
function showSource({ clientX, clientY }: MouseEvent, target: Element): void {
  const block = blockOf(target);
  if (block < 0) return;
  const caret = document.caretRangeFromPoint(clientX, clientY);
  const nodes = block < head.length ? head.nodesAt(block) : body.nodesAt(block - head.length);
  const isInside = caret && nodes.some((node) => node.contains(caret.startContainer));
  const index = isInside ? textOffset(nodes, caret.startContainer, caret.startOffset) : 0;
  editor.postMessage({ type: 'clicked', block, index });
}

function showCursor(place: number, reveal: 'written' | 'seen' | 'no'): void {
  cursor = place;
  const index = blockAt(lines, place);
  const spot = markCurrent(index);
  if (!spot || reveal === 'no' || document.hasFocus()) return;
  const view = { top: scrollY, height: innerHeight };
  const box = boxOf(spot);
  const top = reveal === 'written' ? keepWritten(view, yIn(lines, index, box, place)) : bringIntoView(view, box);
  if (top !== undefined) putAt(top);
}

function markCurrent(index: number): LineRegion | undefined {
  const spot = spots[index];
  if (spot?.element === current) return spot;
  current?.removeAttribute('aria-current');
  spot?.element.setAttribute('aria-current', 'location');
  current = spot?.element;
  return spot;
}

/** The place is kept as one of the source, which stays right when the text above it changes. */
function scrolled(): void {
  if (!state || lines.length === 0) return;
  const place = placeAt(knots(), scrollY);
  state = { ...state, top: place };
  editor.setState(state);
  const isOwn = Math.abs(scrollY - put) < 1;
  if (!isOwn && (document.hasFocus() || isPointedAt)) editor.postMessage({ type: 'scrolled', place });
  put = -1;
}

function putAt(top: number): void {
  const before = scrollY;
  scrollTo({ top, behavior: 'instant' });
  if (scrollY !== before) put = scrollY;
}

function knots(): readonly ScrollAnchor[] {
  return scrollAnchorsOf(lines, (index) => {
    const spot = spots[index];
    return spot && boxOf(spot);
  });
}

function blockOf(node: Node): number {
  const inHead = head.indexOf(node);
  const inBody = inHead < 0 ? body.indexOf(node) : -1;
  return inBody < 0 ? inHead : head.length + inBody;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
