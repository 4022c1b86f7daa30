import type { Mark } from './protocol.ts';

interface ProblemOptions {
  /** The element that shows the message. */
  readonly note: HTMLElement;
  /** The problem that an underlined element shows. */
  readonly markOf: (element: HTMLElement) => Mark | undefined;
  readonly choose: (mark: Mark, fix: boolean) => void;
}

/** Shows the message of a problem on hover or focus. F8 goes to the next problem, Enter to its fix. */
export function watchProblems({ note, markOf, choose }: ProblemOptions): void {
  const show = (element: HTMLElement | undefined): void => {
    const mark = element && markOf(element);
    note.hidden = !mark;
    if (!element || !mark) return;
    note.textContent = mark.message;
    note.className = mark.severity;
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const isLow = box.bottom + note.offsetHeight + GAP_PX > innerHeight;
    const top = isLow ? box.top - note.offsetHeight - GAP_PX : box.bottom + GAP_PX;
    const left = Math.min(box.left, innerWidth - note.offsetWidth - GAP_PX);
    note.style.top = `${Math.max(0, top)}px`;
    note.style.left = `${Math.max(GAP_PX, left)}px`;
  };
  const focused = (): HTMLElement | undefined => problemAt(document.activeElement);
  document.addEventListener('mouseover', ({ target }) => show(problemAt(target) ?? focused()));
  document.addEventListener('focusin', ({ target }) => show(problemAt(target)));
  document.addEventListener('focusout', () => show(undefined));
  // A dismissed message stays hidden while the page scrolls.
  const moveWithPage = () => {
    if (!note.hidden) show(focused());
  };
  addEventListener('scroll', moveWithPage, { passive: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(undefined);
    else if (event.key === 'F8') goToProblem(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' || (event.key === '.' && (event.ctrlKey || event.metaKey))) {
      const mark = markOf(focused() ?? document.body);
      if (!mark) return;
      choose(mark, true);
    } else return;
    event.preventDefault();
  });
}

/** The underlined element that contains the node. */
export function problemAt(node: EventTarget | null): HTMLElement | undefined {
  const found = node instanceof Element ? node.closest('mark.problem') : undefined;
  return found instanceof HTMLElement ? found : undefined;
}

/** Moves the focus to the next or previous problem, starting at the top of the view, and wraps around. */
function goToProblem(step: 1 | -1): void {
  const problems = [...document.querySelectorAll<HTMLElement>('mark.problem[tabindex]')];
  const from = problemAt(document.activeElement);
  const current = from ? problems.indexOf(from) : -1;
  const next = current >= 0 ? current + step : firstInView(problems, step);
  const found = problems[(next + problems.length) % problems.length];
  if (!found) return;
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'center' });
}

function firstInView(problems: readonly HTMLElement[], step: 1 | -1): number {
  const below = problems.findIndex((element) => element.getBoundingClientRect().bottom > 0);
  return step === 1 ? Math.max(0, below) : (below < 0 ? problems.length : below) - 1;
}

const GAP_PX = 6;
