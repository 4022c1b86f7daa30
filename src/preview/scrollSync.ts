import { boxOf } from './lineRegions.ts';
import type { PageView } from './pageView.ts';
import type { CursorReveal } from './protocol.ts';
import {
  bringIntoView,
  keepInMiddle,
  lineAtY,
  regionIndexAt,
  type ScrollAnchor,
  scrollAnchorsOf,
  yInRegion,
  yOfLine,
} from './scroll.ts';

/** Keeps the page and the editor at the same source line. Lines are fractional and start at 0. */
export interface ScrollSync {
  /** Scrolls to a source line. */
  scrollToLine(line: number): void;
  scrollToTop(): void;
  /** Marks the region with the cursor as current and, unless the reader is in the page, scrolls to it as `reveal` says. */
  showCursor(line: number, reveal: CursorReveal): void;
}

/** `onScroll` is called with the source line at the top of the view; `byReader` tells whether a reader scrolled the page. */
export function createScrollSync(view: PageView, onScroll: (line: number, byReader: boolean) => void): ScrollSync {
  let isPointerInPage = false;
  /** The position that we last scrolled to, in pixels: the scroll event that follows is not the reader's. */
  let ownTop = -1;

  const scrollPageTo = (top: number): void => {
    const before = scrollY;
    scrollTo({ top, behavior: 'instant' });
    if (scrollY !== before) ownTop = scrollY;
  };

  const anchors = (): readonly ScrollAnchor[] =>
    scrollAnchorsOf(view.lines, (index) => {
      const region = view.regions[index];
      return region && boxOf(region);
    });

  document.documentElement.addEventListener('pointerenter', () => {
    isPointerInPage = true;
  });
  document.documentElement.addEventListener('pointerleave', () => {
    isPointerInPage = false;
  });
  addEventListener(
    'scroll',
    () => {
      if (view.lines.length === 0) return;
      const isOwn = Math.abs(scrollY - ownTop) < 1;
      ownTop = -1;
      onScroll(lineAtY(anchors(), scrollY), !isOwn && (document.hasFocus() || isPointerInPage));
    },
    { passive: true },
  );

  return {
    scrollToLine: (line) => scrollPageTo(yOfLine(anchors(), line)),
    scrollToTop: () => scrollPageTo(0),
    showCursor(line, reveal) {
      const region = view.setCurrentLine(line);
      if (!region || reveal === 'no' || document.hasFocus()) return;
      const visible = { top: scrollY, height: innerHeight };
      const box = boxOf(region);
      const y = yInRegion(view.lines, regionIndexAt(view.lines, line), box, line);
      const top = reveal === 'written' ? keepInMiddle(visible, y) : bringIntoView(visible, box);
      if (top !== undefined) scrollPageTo(top);
    },
  };
}
