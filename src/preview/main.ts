import createDOMPurify from 'dompurify';
import { createBlocks } from './blocks.ts';
import type { FromPage, Head, PageState, ToPage } from './protocol.ts';
import { blockAt, scrollInto } from './scroll.ts';

// The page beside the text: shows what it is sent, and says what was clicked.

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const editor = acquireVsCodeApi();
const purify = createDOMPurify(window);
const head = element('head');
const body = element('body');
const blocks = createBlocks(body, sanitize);
const uri = document.documentElement.dataset['uri'] ?? '';
let lines: readonly number[] = [];
let current = -1;
let restored = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'update':
      editor.postMessage({ type: 'received', version: data.version });
      showHead(data.head);
      blocks.splice(data.splice);
      lines = data.lines;
      restorePlace();
      return;
    case 'cursor':
      markCurrent(blockAt(lines, data.line));
      return;
  }
});

document.addEventListener('click', (event) => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  const link = target.closest('a[href]');
  if (link) {
    event.preventDefault();
    follow(link.getAttribute('href') ?? '');
    return;
  }
  const line = lines[blocks.indexOf(target)];
  const isSelecting = getSelection()?.isCollapsed === false;
  if (line !== undefined && !isSelecting) editor.postMessage({ type: 'clicked', line });
});
document.addEventListener('submit', (event) => event.preventDefault());
window.addEventListener('scroll', rememberPlace, { passive: true });

editor.postMessage({ type: 'ready' });

/** Raw HTML cannot act: the policy of the page forbids it, and what could act is not in it in the first place. */
function sanitize(html: string): DocumentFragment {
  return purify.sanitize(html, {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'iframe',
      'object',
      'embed',
      'base',
      'meta',
      'link',
    ],
    FORBID_ATTR: ['style', 'id', 'name'],
    ALLOW_DATA_ATTR: false,
  });
}

function showHead({ title, description, date }: Head): void {
  const [heading, small, time] = ['title', 'description', 'date'].map((name) => head.querySelector(`.${name}`));
  setText(heading, description === '' ? title : `${title}: `);
  setText(small, description);
  setText(time, date);
}

function setText(node: Element | null | undefined, text: string): void {
  if (node && node.textContent !== text) node.textContent = text;
}

function follow(href: string): void {
  if (!href.startsWith('#')) editor.postMessage({ type: 'followed', href });
}

function markCurrent(index: number): void {
  const block = blocks.elementAt(index);
  if (index !== current) {
    blocks.elementAt(current)?.removeAttribute('aria-current');
    current = index;
  }
  if (!block) return;
  block.setAttribute('aria-current', 'location');
  const { top, height } = block.getBoundingClientRect();
  const target = scrollInto({ top: scrollY, height: innerHeight }, { top: top + scrollY, height });
  if (target !== undefined) scrollTo({ top: target });
}

/** The place is kept as a source line, which stays right when the text above it changes. */
function rememberPlace(): void {
  for (let index = 0; index < blocks.length; index++) {
    const box = blocks.elementAt(index)?.getBoundingClientRect();
    if (!box || box.bottom <= 0) continue;
    const above = box.height > 0 ? Math.max(0, -box.top / box.height) : 0;
    editor.setState({ uri, top: (lines[index] ?? 0) + Math.min(above, 0.99) });
    return;
  }
}

function restorePlace(): void {
  if (restored) return;
  restored = true;
  const top = editor.getState()?.top;
  if (top === undefined) {
    editor.setState({ uri, top: 0 });
    return;
  }
  const box = blocks.elementAt(blockAt(lines, Math.floor(top)))?.getBoundingClientRect();
  if (box && top > 0) scrollTo({ top: scrollY + box.top + (top % 1) * box.height });
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
