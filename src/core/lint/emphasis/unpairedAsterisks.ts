import type { Block, Entry } from '../../entry/entry.ts';
import { isAsciiLetter, isCapital, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import type { Edit, Span } from '../../text/text.ts';
import type { Finding, Fix } from '../rule.ts';
import { isSectionWithText } from '../sections/blockPredicates.ts';
import { leadSentence } from '../sections/leadSentence.ts';
import type { AsteriskRun } from './asteriskRuns.ts';

/** Explains why asterisks of a block found no partner, so that the page shows them. A broken pair is reported as one fault. */
export function* unpairedFaults(entry: Entry, block: Block, runs: readonly AsteriskRun[]): Generator<Finding> {
  const { text } = entry;
  const unpairedRuns = runs.filter((run) => run.unpairedCount > 0 && !isIntentional(text, run));
  let partner: AsteriskRun | undefined;
  for (const [index, run] of unpairedRuns.entries()) {
    if (run === partner) continue;
    const next = unpairedRuns[index + 1];
    const pair = next ? checkPair(text, run, next, block) : NOT_A_PAIR;
    if (pair.kind !== 'not-a-pair') partner = next;
    if (next && isOverlong(next) && !isOverlong(run)) continue; // the next run took the partner of this one
    if (pair.kind === 'broken') yield pair.finding;
    else if (pair.kind === 'not-a-pair' && lengthOf(run) > 1) {
      yield unpairedRun(entry, block, run, unpairedRuns.length === 1);
    }
  }
}

/** The result of comparing two unpaired runs. */
type PairCheck =
  /** They do not belong together. Each is a fault of its own. */
  | { readonly kind: 'not-a-pair' }
  /** They belong together, but this fault keeps them apart. */
  | { readonly kind: 'broken'; readonly finding: Finding }
  /** They belong together, and the rule on sentence spacing reports the fault that keeps them apart. */
  | { readonly kind: 'reported-elsewhere' };

const NOT_A_PAIR: PairCheck = { kind: 'not-a-pair' };
const REPORTED_ELSEWHERE: PairCheck = { kind: 'reported-elsewhere' };

function broken(finding: Finding): PairCheck {
  return { kind: 'broken', finding };
}

/** Two runs of the same length may be a pair with nothing in it, or with a space in the wrong place or missing. */
function checkPair(text: string, opener: AsteriskRun, closer: AsteriskRun, { content }: Block): PairCheck {
  if (lengthOf(opener) !== lengthOf(closer)) return NOT_A_PAIR;
  if (isInsideFirstWord(text, opener, content.from) && closer.canClose) {
    return broken(opensInsideWord(text, opener, content.from));
  }
  if (!opener.canOpen) {
    if (trimmed(text, opener.to, closer.from) === undefined) return broken(emptyEmphasis(opener, closer));
    const couldOpenWithoutSpace = opener.spaceAfter && (opener.spaceBefore || opener.from === content.from);
    if (!couldOpenWithoutSpace) return NOT_A_PAIR;
  }
  if (!opener.spaceAfter && !closer.spaceBefore) {
    if (closer.canClose) return NOT_A_PAIR;
    if (isSentenceEnd(text, closer)) return REPORTED_ELSEWHERE;
    const last = text.charAt(closer.from - 1);
    if (last === '-') return broken(hyphenInside(closer));
    const isCode = text.startsWith('[]', closer.from - 2) || text.startsWith('()', closer.from - 2);
    return CLOSING_MARKS.includes(last) && !isCode ? broken(missingSpaceAfter(closer)) : NOT_A_PAIR;
  }
  return checkSpacesInside(text, opener, closer);
}

/** `** words**`, `**words **more` */
function checkSpacesInside(text: string, opener: AsteriskRun, closer: AsteriskRun): PairCheck {
  const words = trimmed(text, opener.to, closer.from);
  if (!words) return broken(emptyEmphasis(opener, closer));
  if (text[words.from] === '*' || text[words.to - 1] === '*') {
    return broken({ from: opener.from, to: opener.to, message: 'Bold opens twice before it closes.' });
  }
  if (!closer.spaceBefore && !closer.canClose) return NOT_A_PAIR;
  // Two single ones that only open, as in `*const (), *mut ()` and `*.cmd, *.sh`, are meant to be shown.
  const startsName = isAsciiLetter(text.charCodeAt(text.startsWith('.', closer.to) ? closer.to + 1 : closer.to));
  const areOpeners = opener.canOpen && closer.canOpen && !closer.canClose && startsName;
  if (areOpeners && lengthOf(opener) === 1) return NOT_A_PAIR;
  return broken(spaceInside(text, opener, closer, words));
}

/** The fix moves the spaces out of the pair. */
function spaceInside(text: string, opener: AsteriskRun, closer: AsteriskRun, words: Span): Finding {
  const asterisks = text.slice(opener.from, opener.to);
  const hasSpaceAtStart = words.from > opener.to;
  const hasSpaceAtEnd = words.to < closer.from;
  const edits: Edit[] = [];
  if (hasSpaceAtStart) {
    edits.push({ from: opener.from, to: words.from, text: `${opener.spaceBefore ? '' : ' '}${asterisks}` });
  }
  if (hasSpaceAtEnd) {
    const needsNoSpace = closer.spaceAfter || '.,;:!?)'.includes(text.charAt(closer.to));
    edits.push({ from: words.to, to: closer.to, text: `${asterisks}${needsNoSpace ? '' : ' '}` });
  }
  const markers = asterisks === '*' ? 'italic markers' : 'bold markers';
  return {
    from: hasSpaceAtStart ? opener.from : words.to,
    to: hasSpaceAtEnd ? closer.to : words.from,
    message: `Space inside the ${markers}: the page will show the asterisks.`,
    fix: { title: `Move the space outside the ${markers}`, edits },
  };
}

/** `** **`: the fix keeps one of the surrounding spaces. */
function emptyEmphasis({ from, spaceBefore }: AsteriskRun, { to, spaceAfter }: AsteriskRun): Finding {
  const text = spaceBefore || spaceAfter ? '' : ' ';
  return { from, to, message: EMPTY_MESSAGE, fix: { title: 'Remove the asterisks', edits: [{ from, to, text }] } };
}

const EMPTY_MESSAGE = 'No text between these asterisks.';

/** `55**% of voters**`: the bold was meant to open before the number. */
function isInsideFirstWord(text: string, { from, canOpen, spaceAfter }: AsteriskRun, start: number): boolean {
  if (from <= start || from - start > MAX_FIRST_WORD_CHARS || canOpen || spaceAfter) return false;
  return !/\s/.test(text.slice(start, from));
}

const MAX_FIRST_WORD_CHARS = 11;

function opensInsideWord(text: string, { from, to }: AsteriskRun, start: number): Finding {
  return {
    from: start,
    to,
    message: 'Bold opens inside a word: the page will show the asterisks.',
    fix: {
      title: 'Open the bold before the word',
      edits: [{ from: start, to, text: text.slice(from, to) + text.slice(start, from) }],
    },
  };
}

/** Whether a comma, or the end of a sentence, comes before the run and the text continues right after it: `"words."**More`. */
function isSentenceEnd(text: string, { from, to }: AsteriskRun): boolean {
  const punctuation = /([.,;!?])["”’']*$/.exec(text.slice(Math.max(0, from - 4), from))?.[1];
  return punctuation === ',' || (punctuation !== undefined && isCapital(text.charCodeAt(to)));
}

/** `"words"**more` */
function missingSpaceAfter({ from, to }: AsteriskRun): Finding {
  return {
    from,
    to: to + 1,
    message: 'Missing space after the bold text: the page will show the asterisks.',
    fix: { title: 'Insert a space', edits: [{ from: to, to, text: ' ' }] },
  };
}

/** What emphasized words may end with. After another sign, as in `x^*y` and `[]*Node`, an asterisk closes nothing. */
const CLOSING_MARKS = '.,;:!?…"”’\')]%»';

/** `*non-*convex`: the hyphen belongs to the rest of the word. */
function hyphenInside({ from, to }: AsteriskRun): Finding {
  return {
    from: from - 1,
    to: to + 1,
    message: 'Hyphen inside the asterisks: the page will show them.',
    fix: {
      title: 'Move the hyphen outside',
      edits: [
        { from: from - 1, to: from, text: '' },
        { from: to, to, text: '-' },
      ],
    },
  };
}

/** A run that belongs to no other. `isOnly` says whether it is the only unpaired run of its block. */
function unpairedRun(
  entry: Entry,
  block: Block,
  { from, to, unpairedCount, closesEmphasis, canOpen, canClose, spaceBefore }: AsteriskRun,
  isOnly: boolean,
): Finding {
  const { content, headline } = block;
  const isAtEnd = to >= content.to;
  const removeFrom = isAtEnd && spaceBefore && from > content.from ? from - 1 : from;
  const removal: Fix = { title: 'Remove the asterisks', edits: [{ from: removeFrom, to, text: '' }] };
  if (closesEmphasis && to - from > 2) {
    const fix: Fix = { title: 'Remove the extra asterisks', edits: [{ from: to - unpairedCount, to, text: '' }] };
    return { from, to, message: 'More asterisks close here than were opened.', ...(isOnly && { fix }) };
  }
  if (to - from > 3) return { from, to, message: EMPTY_MESSAGE, fix: removal };
  if ((isAtEnd || entry.text.startsWith('([', to)) && (canOpen || spaceBefore)) {
    return { from, to, message: 'Unmatched asterisks.', fix: removal };
  }
  if (canClose && !canOpen) {
    const opening: Fix = {
      title: 'Make this the headline',
      edits: [{ from: content.from, to: content.from, text: '**' }],
    };
    const suggestions = !headline && isSectionWithText(block) ? [opening, removal] : [removal];
    return { from, to, message: 'These asterisks close bold text that was never opened.', suggestions };
  }
  const closing = from === content.from ? closeAfterFirstSentence(entry, block, to) : undefined;
  return {
    from,
    to,
    message: 'The bold text that starts here is never closed.',
    suggestions: [...(closing ? [closing] : []), removal],
  };
}

function closeAfterFirstSentence(entry: Entry, block: Block, from: number): Fix | undefined {
  const lead = leadSentence(entry, block);
  const end = entry.text[lead.to - 1] === '.' ? lead.to - 1 : lead.to;
  if (end <= from) return undefined;
  return { title: 'Close the bold after the first sentence', edits: [{ from: end, to: end, text: '**' }] };
}

/** More asterisks than the run closes, as in `words****`, or more than three. */
function isOverlong(run: AsteriskRun): boolean {
  return lengthOf(run) > 3 || (run.closesEmphasis && lengthOf(run) > 2);
}

/** Asterisks that are meant to be shown: inside a word (`f**k`), at the end of one (`s***`), or a single one that marks a note. */
function isIntentional(text: string, run: AsteriskRun): boolean {
  const { from, to, unpairedCount, spaceBefore, spaceAfter, canOpen } = run;
  if (unpairedCount < lengthOf(run)) return false;
  if (spaceBefore && spaceAfter) return lengthOf(run) !== 2;
  const letterBefore = !spaceBefore && isLetter(text.charCodeAt(from - 1));
  const letterAfter = !spaceAfter && isLetter(text.charCodeAt(to));
  return letterBefore && (letterAfter || (lengthOf(run) > 2 && !canOpen));
}

function lengthOf({ from, to }: Span): number {
  return to - from;
}

/** The span without white space at either end; undefined if nothing is left. */
function trimmed(text: string, from: number, to: number): Span | undefined {
  let start = from;
  let end = to;
  while (start < end && isWhitespaceOrThinSpace(text.charCodeAt(start))) start++;
  while (end > start && isWhitespaceOrThinSpace(text.charCodeAt(end - 1))) end--;
  return start < end ? { from: start, to: end } : undefined;
}
