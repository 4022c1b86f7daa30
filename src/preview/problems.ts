import type { Mark } from './protocol.ts';

interface Parts {
  /** Where the message is shown. */
  readonly note: HTMLElement;
  /** What is known of an underlined run. */
  readonly markOf: (element: HTMLElement) => Mark | undefined;
  readonly choose: (mark: Mark, fix: boolean) => void;
}

/** Tells what is wrong where a problem is pointed at or has the focus; F8 goes from one to the next, Enter to the fix. */
export function watchProblems({ note, markOf, choose }: Parts): void {
  const show = (element: HTMLElement | undefined): void => {
    const mark = element && markOf(element);
    note.hidden = !mark;
    if (!element || !mark) return;
    note.textContent = mark.message;
    note.className = mark.severity;
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const isLow = box.bottom + note.offsetHeight + GAP > innerHeight;
    const top = isLow ? box.top - note.offsetHeight - GAP : box.bottom + GAP;
    const left = Math.min(box.left, innerWidth - note.offsetWidth - GAP);
    note.style.top = `${Math.max(0, top)}px`;
    note.style.left = `${Math.max(GAP, left)}px`;
  };
  const focused = (): HTMLElement | undefined => problemAt(document.activeElement);
  document.addEventListener('mouseover', ({ target }) => show(problemAt(target) ?? focused()));
  document.addEventListener('focusin', ({ target }) => show(problemAt(target)));
  document.addEventListener('focusout', () => show(undefined));
  // What was dismissed stays so, also where the page is still on its way to it.
  const follow = () => {
    if (!note.hidden) show(focused());
  };
  addEventListener('scroll', follow, { passive: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(undefined);
    else if (event.key === 'F8') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' || (event.key === '.' && (event.ctrlKey || event.metaKey))) {
      const mark = markOf(focused() ?? document.body);
      if (!mark) return;
      choose(mark, true);
    } else return;
    event.preventDefault();
  });
}

/** The underlined run that the node is in. */
export function problemAt(node: EventTarget | null): HTMLElement | undefined {
  const found = node instanceof Element ? node.closest('mark.problem') : undefined;
  return found instanceof HTMLElement ? found : undefined;
}

/** From the problem that has the focus, else from the top of the view, to the next one, around the end. */
function go(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('mark.problem[tabindex]')];
  const from = problemAt(document.activeElement);
  const here = from ? all.indexOf(from) : -1;
  const next = here >= 0 ? here + step : startOf(all, step);
  const found = all[(next + all.length) % all.length];
  if (!found) return;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'center' });
}

function startOf(all: readonly HTMLElement[], step: 1 | -1): number {
  const below = all.findIndex((element) => element.getBoundingClientRect().bottom > 0);
  return step === 1 ? Math.max(0, below) : (below < 0 ? all.length : below) - 1;
}

/** In pixels. */
const GAP = 6;
