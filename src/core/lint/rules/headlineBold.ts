import type { Block, Headline } from '../../entry/entry.ts';
import { isCapital, isDigit, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import {
  APOSTROPHE,
  ASTERISK,
  AT_SIGN,
  CLOSING_CURLY_QUOTE,
  COLON,
  COMMA,
  CURLY_APOSTROPHE,
  DOUBLE_QUOTE,
  EXCLAMATION_MARK,
  FULL_STOP,
  QUESTION_MARK,
  SEMICOLON,
  SPACE,
} from '../../text/charCodes.ts';
import { type AsteriskRun, asteriskRunsIn } from '../emphasis/asteriskRuns.ts';
import { blockedFaults } from '../emphasis/blockedAsterisks.ts';
import { punctuationFaults } from '../emphasis/boldPunctuation.ts';
import { unpairedFaults } from '../emphasis/unpairedAsterisks.ts';
import { hasKramdownSyntax } from '../kramdownSyntax.ts';
import { addFindings, type Finding, type Fix, type Rule, type RuleContext, type RuleEntry } from '../rule.ts';

export const headlineBold: Rule = {
  id: 'headline-bold',
  summary: 'Bold text starts and ends at a word, and has no more than one full stop at its end.',
  why: 'One space on the wrong side of the asterisks is enough: the bold does not close, and the page shows the asterisks.',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [
    { severity: 'warning', when: 'if the page shows the bold text, with its punctuation in the wrong place' },
    { severity: 'hint', when: 'if the headline of a draft is still empty' },
  ],
  bad: '1/ **The mayor resigned⟦ **⟧at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned** at noon. ([Herald](https://herald.example/a))',
  check(entry, context) {
    const { text, blocks } = entry;
    const findings: Finding[] = [];
    let next = text.indexOf('*', entry.body.from);
    for (const block of blocks) {
      if (next >= 0 && next < block.content.from) next = text.indexOf('*', block.content.from);
      if (next < 0) break;
      if (next >= block.content.to || SKIPPED.has(block.kind)) continue;
      next = firstUnchecked(text, block);
      if (next < 0 || next >= block.content.to) continue;
      addFindings(findings, faultsIn(entry, block, context));
    }
    return findings;
  },
};

/** Kinds of blocks without emphasis. */
const SKIPPED: ReadonlySet<Block['kind']> = new Set(['divider', 'tweet', 'marker', 'html', 'code']);

/** The first asterisk that may be wrong. Skips a faultless headline, which leaves most items without any. */
function firstUnchecked(text: string, { content, headline }: Block): number {
  if (!headline?.close || headline.from !== content.from || !isFaultless(text, headline)) return content.from;
  return text.indexOf('*', headline.to);
}

/** Whether there is nothing but words inside the asterisks, and white space or fitting punctuation after them. */
function isFaultless(text: string, { words, close, to }: Headline): boolean {
  if (!close || close.from - words.from < 2) return false;
  const first = text.charCodeAt(words.from);
  const last = text.charCodeAt(words.to - 1);
  if (
    isWhitespaceOrThinSpace(first) ||
    first === ASTERISK ||
    isPunctuation(first) ||
    isWhitespaceOrThinSpace(last) ||
    last === ASTERISK
  )
    return false;
  if (to >= text.length) return true;
  const following = text.charCodeAt(to);
  const next = text.charCodeAt(to + 1);
  if (following === FULL_STOP) return !mayEndSentence(last) && !endsQuestion(last) && !isPunctuation(next);
  if (following === COMMA) return !isPunctuation(last) && !isPunctuation(next);
  // A capital may start a sentence, so the headline must have ended one.
  if (following === SPACE)
    return next !== FULL_STOP && next !== COMMA && (!isCapital(next) || mayEndSentence(last) || endsQuestion(last));
  return following < SPACE || (following < AT_SIGN && !isDigit(following) && following !== ASTERISK);
}

/** `.` `,` `:` `;` */
function isPunctuation(code: number): boolean {
  return code === FULL_STOP || code === COMMA || code === COLON || code === SEMICOLON;
}

/** `?` `!` */
function endsQuestion(code: number): boolean {
  return code === QUESTION_MARK || code === EXCLAMATION_MARK;
}

/** Punctuation, or a quotation mark that may follow it: `"` `'` `’` `”` */
function mayEndSentence(code: number): boolean {
  return (
    isPunctuation(code) ||
    code === DOUBLE_QUOTE ||
    code === APOSTROPHE ||
    code === CURLY_APOSTROPHE ||
    code === CLOSING_CURLY_QUOTE
  );
}

function faultsIn(entry: RuleEntry, block: Block, { markdown, stage }: RuleContext): readonly Finding[] {
  const { text } = entry;
  const emptyHeadline = emptyHeadlineIn(text, block);
  if (emptyHeadline) return [stage === 'draft' ? { ...emptyHeadline, severity: 'hint' } : emptyHeadline];
  const all = asteriskRunsIn(entry, block);
  const findings: Finding[] = [];
  let areAllPaired = true;
  for (const asterisks of all) {
    if (asterisks.unpairedCount > 0) areAllPaired = false;
    else if (asterisks.closesEmphasis && asterisks.to - asterisks.from === 2) {
      const fault = boldEndBeforeLetter(text, asterisks, block.content.from);
      if (fault) findings.push(fault);
    }
  }
  addFindings(findings, punctuationFaults(text, block, all));
  if (areAllPaired) return findings; // nearly always
  if (markdown === 'kramdown' && BESIDE_OTHER_SCRIPTS.test(text.slice(block.content.from, block.content.to)))
    return findings;
  const blocked = blockedFaults(text, block, all);
  if (blocked.length === 0) addFindings(findings, unpairedFaults(entry, block, all));
  else if (markdown !== 'kramdown' && !hasKramdownSyntax(entry.source)) addFindings(findings, blocked);
  return findings;
}

/** The asterisks of a headline that is still to be written, as Enter inserts them: nothing else is in the item. */
function emptyHeadlineIn(text: string, { content: { from, to } }: Block): Finding | undefined {
  if (to - from < 4 || to - from > 5 || !/^\*{4}[.,:;]?$/.test(text.slice(from, to))) return undefined;
  const asterisks = { from, to: from + 4 };
  const suggestions = [{ title: 'Remove the asterisks', edits: [{ from, to, text: '' }] }];
  return { ...asterisks, message: 'No text between these asterisks.', suggestions };
}

/** Asterisks beside HTML, code or letters that are not Latin, where kramdown pairs them by rules of its own. */
const BESIDE_OTHER_SCRIPTS = /[^\0-\u024f\u2010-\u2027]\*|\*[^\0-\u024f\u2010-\u2027]/;

/** `Biden**and`, `repea**l`: either a space is missing or the asterisks are misplaced. Only a word known to be whole tells which. */
function boldEndBeforeLetter(text: string, { from, to }: AsteriskRun, start: number): Finding | undefined {
  if (to >= text.length || !isLetter(text.charCodeAt(to))) return undefined;
  const word = /^[\p{L}’']+/u.exec(text.slice(to, to + 40))?.[0] ?? '';
  const isWholeWord = isCapital(text.charCodeAt(to)) || FOLLOWING_WORDS.has(word);
  if (isEmphasizedStart(text, from, word) || (!isWholeWord && isPartOfWord(text, from, start))) return undefined;
  const insertSpace: Fix = { title: 'Insert a space', edits: [{ from: to, to, text: ' ' }] };
  const moveAsterisks: Fix = {
    title: 'End the bold after the word',
    edits: [
      { from, to, text: '' },
      { from: to + word.length, to: to + word.length, text: '**' },
    ],
  };
  // Asterisks between punctuation and a letter close nothing, and show on the page.
  const before = text.charCodeAt(from - 1);
  const closes = isLetter(before) || isDigit(before);
  const isLastLetter = word.length === 1 && !isWholeWord;
  return {
    from,
    to: to + word.length,
    message: isLastLetter
      ? 'The bold text ends before the last letter of a word.'
      : `Missing space between the bold text and "${word}".`,
    ...(closes && { severity: 'warning' as const }),
    ...(isWholeWord
      ? { fix: insertSpace }
      : isLastLetter
        ? { fix: moveAsterisks }
        : { suggestions: [insertSpace, moveAsterisks] }),
  };
}

/** Whether the bold before `from` is only the start of a word, as where initials are explained: `**C**ommon **Vu**lnerability`. */
function isEmphasizedStart(text: string, from: number, following: string): boolean {
  const letters = /(?<![\p{L}\p{N}*])\*\*(\p{L}{1,2})$/u.exec(text.slice(Math.max(0, from - 6), from))?.[1];
  return letters !== undefined && (letters.length === 1 || !FOLLOWING_WORDS.has(following));
}

/** Whether the bold before `from` is part of one word of the running text, as where a name is explained: `ind**icator**`, `**k**e`. */
function isPartOfWord(text: string, from: number, start: number): boolean {
  const open = text.lastIndexOf('**', from - 1);
  return open > start && /^\p{L}+$/u.test(text.slice(open + 2, from));
}

/** Words that may follow a headline in the middle of its sentence. */
const FOLLOWING_WORDS: ReadonlySet<string> = new Set(
  (
    'a about after against amid among an and are as at because before but by despite during for from had has have he ' +
    'her his if in including into is it its more not of on or over saying she since so than that the their they this ' +
    'to under until was were when where which while who will with without would'
  ).split(' '),
);
