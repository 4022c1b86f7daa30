/** How many updates may be unanswered; further changes are sent together with the next one. */
const MAX_UNANSWERED = 2;

/** Keeps a page that is slower than the writer from falling behind. */
export interface UpdateFlow {
  /** The number of the next update; undefined if it has to wait for an answer. */
  next(): number | undefined;
  /** Takes the page's answer. Returns whether an update has been waiting for it. */
  answer(version: number): boolean;
  /** Forgets unanswered updates: the page was reloaded. */
  reset(): void;
}

export function createUpdateFlow(): UpdateFlow {
  let sent = 0;
  let answered = 0;
  let isWaiting = false;
  return {
    next() {
      isWaiting = sent - answered >= MAX_UNANSWERED;
      return isWaiting ? undefined : ++sent;
    },
    answer(version) {
      answered = version;
      return isWaiting;
    },
    reset() {
      answered = sent;
    },
  };
}
