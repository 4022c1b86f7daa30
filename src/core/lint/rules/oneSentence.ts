import type { Entry } from '../../entry/entry.ts';
import { keyOf } from '../../entry/frontMatter.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import {
  endingOf,
  isToCome,
  type Scalar,
  scalarOf,
  spacingFindings,
  stopEdit,
  wordsOf,
} from '../frontMatter/frontMatterEdits.ts';
import { addAll, type Finding, type Rule } from '../rule.ts';

export const oneSentence: Rule = {
  id: 'one-sentence',
  summary:
    'Today in one sentence has the headlines in a row: "; " between two, single spaces, and a full stop at the end.',
  why: 'The site sets each "; " as a mark of its own and the last full stop in colour. A headline that came later is easily left out.',
  severity: { draft: 'info', published: 'info' },
  bad: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ntodayInOneSentence: The mayor resigned;⟦  ⟧and the ferry sank.\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ntodayInOneSentence: The mayor resigned; and the ferry sank.\n---\n',
  check(entry) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    const key = keyOf(frontMatter, 'todayInOneSentence');
    const scalar = key && scalarOf(text, key);
    if (!scalar || isToCome(text, scalar)) return findings;
    if (text[scalar.from] === '/') {
      findings.push({ from: scalar.from, to: scalar.to, message: 'A path stands here and no sentence.' });
      return findings;
    }
    addAll(findings, spacingFindings(text, scalar));
    addAll(findings, semicolons(text, scalar));
    addAll(findings, ending(text, scalar));
    addAll(findings, leftOut(entry, scalar));
    return findings;
  },
};

/** `first;second`, `first ; second`, `first;; second`. A quote may end behind the sign. */
function semicolons(text: string, { from, to }: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  for (let at = text.indexOf(';', from); at >= 0 && at < to; at = text.indexOf(';', at + 1)) {
    let start = at;
    while (start > from && text.charCodeAt(start - 1) === 32) start--;
    if (start > from && text.charCodeAt(start - 1) < 32) start = at; // where YAML folds the line
    let end = at + 1;
    while (end < to && text[end] === ';') end++;
    if (text[end] === ' ' && text[end + 1] === ';') end += 2;
    const next = text.charCodeAt(end);
    const isGlued = end < to && (isLetter(next) || isDigit(next) || next === OPENING_QUOTE);
    const isRight = start === at && end === at + 1 && !isGlued;
    if (isRight || /&#?\w+$/.test(text.slice(Math.max(from, at - 8), at))) continue;
    findings.push({
      from: start,
      to: end,
      message: 'Between two clauses stands something else than "; ".',
      fix: { title: 'Separate the clauses by "; "', edits: [{ from: start, to: end, text: isGlued ? '; ' : ';' }] },
    });
    at = end - 1;
  }
  return findings;
}

const OPENING_QUOTE = 0x201c;

function ending(text: string, scalar: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  const { at, last, end } = endingOf(text, scalar);
  const doubled = last === '.' && text[at - 2] === '.' && text[at - 3] !== '.';
  const edit = doubled ? { from: at - 1, to: at, text: '' } : stopEdit(text, scalar);
  if (!edit || isSplit(text, scalar, edit.from)) return findings;
  findings.push({
    from: Math.max(scalar.from, doubled ? at - 2 : at - 1),
    to: Math.max(at, end),
    message: doubled ? 'The sentence ends with two full stops.' : 'The sentence does not end with a full stop.',
    fix: { title: 'End it with a full stop', edits: [edit] },
  });
  return findings;
}

/** Whether the sign at the end is one that was reported already: `one;;`. */
function isSplit(text: string, { from }: Scalar, at: number): boolean {
  return text[at] === ';' && at > from && (text[at - 1] === ';' || text[at - 1] === ' ');
}

/**
 * The headlines of numbered sections of which the sentence says nothing. A sentence that was made of the headlines has
 * nearly all of them; one that has but some was written freely, and lacks what it lacks.
 */
function leftOut({ text, blocks }: Entry, scalar: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  const headlines: Span[] = [];
  for (const { kind, label, headline } of blocks) {
    if (kind === 'section' && label?.kind === 'number' && headline?.close) headlines.push(headline.words);
  }
  if (headlines.length < FEWEST) return findings;
  const sentence = wordsOf(text, scalar);
  if (sentence === undefined) return findings;
  let at = 0;
  const reworded = headlines.filter((headline) => {
    const found = placeIn(sentence, text, headline, at);
    at = Math.max(at, found);
    return found < 0;
  });
  if (reworded.length === 0 || reworded.length * 2 > headlines.length) return findings;
  const said = sentence.toLowerCase();
  const missing = reworded.filter(({ from, to }) => {
    const words = stemsOf(text.slice(from, to));
    return words.length >= FEWEST && mostInOneClause(words, said) < words.length * SAME;
  });
  if (missing.length * 4 > headlines.length) return findings;
  for (const { from, to } of missing) {
    findings.push({ from, to, severity: 'hint', message: 'Today in one sentence says nothing of this headline.' });
  }
  return findings;
}

/**
 * Where some of a headline stands in the sentence as it is: what follows its first word, which may be a capital less, else
 * what is in its middle. Looked for behind the one before it first; -1 where it does not.
 */
function placeIn(sentence: string, text: string, { from, to }: Span, at: number): number {
  const start = text.indexOf(' ', from) + 1;
  if (start === 0 || start >= to) return -1;
  const probe = text.slice(start, Math.min(to, start + PROBE));
  const found = sentence.indexOf(probe, at);
  if (found >= 0) return found;
  const middle = (from + to) >> 1;
  if (to - middle < PROBE) return sentence.indexOf(probe);
  return Math.max(sentence.indexOf(probe), sentence.indexOf(text.slice(middle, middle + PROBE)));
}

/** So many letters of a headline tell it from all others. */
const PROBE = 24;

const FEWEST = 3;

/** A clause that has this share of a headline's words says the same. */
const SAME = 0.34;

/** The words that say something, without their endings. */
function stemsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9$\u00c0-\u024f-]{4,}/g) ?? [];
  return words.map((word) => word.slice(0, LONGEST_STEM));
}

const LONGEST_STEM = 6;

/** How many of the words stand together in one clause. */
function mostInOneClause(words: readonly string[], sentence: string): number {
  const counts: number[] = [];
  for (const word of words) {
    let clause = 0;
    let end = sentence.indexOf(';');
    let counted = -1;
    for (let at = sentence.indexOf(word); at >= 0; at = sentence.indexOf(word, at + 1)) {
      for (; end >= 0 && end < at; clause++) end = sentence.indexOf(';', end + 1);
      if (counted !== clause) counts[clause] = (counts[clause] ?? 0) + 1;
      counted = clause;
    }
  }
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
