import type { Outlets } from '../../outlets/outlets.ts';
import type { Span } from '../../text/text.ts';

/** What tells a missing space from the punctuation of a name. */
export interface NameContext {
  readonly outlets: Pick<Outlets, 'forHost' | 'hostsOf'>;
  /** Whether the entry has code: then its prose may have names such as `sync.Map`. */
  readonly hasCode: boolean;
}

/** Two words with nothing but `.`, `;`, `!` or `?` between them: `noon.The`. The span covers both. */
interface JoinedWords extends Span {
  readonly left: string;
  readonly right: string;
  /** The words with everything else up to white space or a bracket. */
  readonly token: string;
}

/**
 * Whether a space is missing between two words, and not the mark part of a name: `Truth.Social`, `TL;DR`. True if that is certain: a word
 * in lower case ends a sentence, or a pronoun or the like starts one. False if the second word only starts another sentence of the text, as
 * a person's name would, or the text has both words apart from each other. Else undefined.
 */
export function joinedSentences(
  text: string,
  { to, left, right, token }: JoinedWords,
  { outlets: { forHost, hostsOf }, hasCode }: NameContext,
): boolean | undefined {
  const isName = SEVERAL_MARKS.test(token) || CAMEL_CASE.test(right) || !isFollowedByText(text, to);
  if (isName || hostsOf(token).length > 0 || forHost(token.toLowerCase())) return undefined;
  if (STARTERS.has(right) || TITLES.has(left)) return true;
  if (LAST_WORD.test(left) && !ACRONYM.test(right)) return !hasCode || !NAME_IN_CODE.test(left);
  const nearby = text.slice(Math.max(0, to - NEARBY_CHARS), to + NEARBY_CHARS);
  const areApart = isWordIn(nearby, left) && isWordIn(nearby, right) && !nearby.includes(`${left} ${right}`);
  return PREPOSITIONS.has(right) || areApart || nearby.includes(`. ${right} `) ? false : undefined;
}

function isWordIn(text: string, word: string): boolean {
  return [' ', ',', '.'].some((end) => text.includes(` ${word}${end}`));
}

/** About as long as an entry; keeps hostile input linear. */
const NEARBY_CHARS = 5000;

/** `Data.Functor.Classes` */
const SEVERAL_MARKS = /[.;!?]\w+[.;!?]\w/;

/** `BufferedReader`, as in `io.BufferedReader`, but not `McCarthy` and `DeSantis`. */
const CAMEL_CASE = /^(?!(?:Mc|Mac|De|Del|Di|Du|La|Le|Van|Fitz)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}/u;

/** A word in lower case, a number, or the end of brackets. */
const LAST_WORD = /^[\p{Ll}\p{N}’'-]+[)%]*$|[)%]$/u;

/** The first part of a name such as `window.React` */
const NAME_IN_CODE = /^[a-z][a-z0-9]*$/;

const ACRONYM = /^\p{Lu}{2,}/u;

/** Whether more text of the paragraph follows the second word. A sentence has several words. */
function isFollowedByText(text: string, to: number): boolean {
  return /^["'”’*]*[.,:;!?–—]?["'”’*]*(?:[ \t\u00a0]|\r?\n)[ \t]*\S/.test(text.slice(to, to + 20));
}

/** Words that start sentences and end no name. */
const STARTERS: ReadonlySet<string> = new Set(
  (
    'The He She They It We You This These That Those His Her Their Its Our There But And Because If When While After Although Though However ' +
    'Meanwhile Despite According Since Earlier Later Last'
  ).split(' '),
);

/** Words that start sentences, and may be part of a name. */
const PREPOSITIONS: ReadonlySet<string> = new Set('In On At As For From By With Under During To'.split(' '));

/** Abbreviations before a name. */
const TITLES: ReadonlySet<string> = new Set('Mr Mrs Ms Dr Rep Reps Sen Sens Gov Gen Lt Sgt St'.split(' '));
