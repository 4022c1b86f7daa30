import { applyAppearance, showGone, showTarget } from './appearance.ts';
import { copyRichText } from './clipboard.ts';
import { createHtmlReader } from './htmlReader.ts';
import { createPageView } from './pageView.ts';
import { hasRestrictedImage } from './pictures.ts';
import { problemAt, watchProblems } from './problems.ts';
import type { Appearance, FromPage, Mark, PageState, ShownState, ToPage } from './protocol.ts';
import { createRestrictedNotice } from './restrictedNotice.ts';
import { createScrollSync } from './scrollSync.ts';

// The page beside the text. It shows what the editor sends, and reports what the reader does.

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const storedState = editor.getState();
/** Everything that changes here, apart from the blocks and their scroll position. */
const page: {
  appearance: Appearance;
  /** What is shown, and the source line at the top; kept by the editor when the page is reloaded. */
  state: PageState | undefined;
  /** Whether the page has its scroll position: a reloaded one gets it back with its first update. */
  isPositioned: boolean;
} = {
  appearance: {
    theme: 'editor',
    zoom: 100,
    images: { folder: undefined, site: undefined, remote: 'loaded' },
    isWithoutStyles: false,
  },
  state: storedState,
  isPositioned: storedState?.top === undefined,
};

const notice = createRestrictedNotice({
  manageTrust: () => editor.postMessage({ type: 'manageTrust' }),
  onClose() {
    if (!page.state) return;
    page.state = { ...page.state, isNoticeClosed: true };
    editor.setState(page.state);
  },
});
const reader = createHtmlReader(
  () => ({ isEmail: page.state?.target === 'email', images: page.appearance.images }),
  (image, note) => {
    view.replaceImage(image, note);
    showNotice();
  },
);
const view = createPageView(elementById('head'), elementById('body'), reader);
const scrollSync = createScrollSync(view, (line, byReader) => {
  if (!page.state) return;
  // Stored as a source line, which stays right when the text above it changes.
  page.state = { ...page.state, top: line };
  editor.setState(page.state);
  if (byReader) editor.postMessage({ type: 'scrolled', line });
});
if (page.state) showTarget(page.state.target);

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'update':
      editor.postMessage({ type: 'received', version: data.version });
      view.update(data.head, data.body, data.marks);
      showNotice();
      restorePosition();
      if (data.cursor !== undefined) scrollSync.showCursor(data.cursor, 'written');
      return;
    case 'marks':
      view.setMarks(data.marks);
      return;
    case 'gone':
      showGone(data.isGone);
      return;
    case 'shows':
      showState(data.state);
      return;
    case 'look':
      page.appearance = data.look;
      applyAppearance(data.look);
      showNotice();
      return;
    case 'cursor':
      scrollSync.showCursor(data.line, data.reveal);
      return;
    case 'scroll':
      if (!document.hasFocus()) scrollSync.scrollToLine(data.line);
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
  const mark = view.markOf(problemAt(target) ?? target);
  if (mark && !link) chooseProblem(mark, false);
  else showSource(event, target);
  if (link && !event.altKey) editor.postMessage({ type: 'followed', href });
});
document.addEventListener('submit', (event) => event.preventDefault());
watchProblems({ note: elementById('note'), markOf: view.markOf, choose: chooseProblem });

editor.postMessage({ type: 'ready', isNew: page.isPositioned });

function restorePosition(): void {
  if (page.isPositioned) return;
  page.isPositioned = true;
  scrollSync.scrollToLine(page.state?.top ?? 0);
}

/** Another entry starts at its top; the same one keeps its position. */
function showState(next: ShownState): void {
  const { state } = page;
  const isSame = state?.uri === next.uri;
  const { top, isNoticeClosed } = state ?? {};
  page.state = {
    ...next,
    ...(isSame && top !== undefined && { top }),
    ...(isNoticeClosed && { isNoticeClosed }),
  };
  editor.setState(page.state);
  showTarget(next.target);
  if (isSame) return;
  page.isPositioned = true;
  scrollSync.scrollToTop();
}

/** Says what Restricted Mode leaves out, as long as it leaves out something. */
function showNotice(): void {
  const { images, isWithoutStyles } = page.appearance;
  if (page.state?.isNoticeClosed) return;
  notice.show({ styles: isWithoutStyles, images: images.remote === 'restricted' && hasRestrictedImage() });
}

function chooseProblem(mark: Mark, fix: boolean): void {
  editor.postMessage({ type: 'problem', source: mark.source, fix });
}

function showSource({ clientX, clientY }: MouseEvent, target: Element): void {
  const position = view.textPositionAt(clientX, clientY, target);
  if (position) editor.postMessage({ type: 'clicked', ...position });
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}
