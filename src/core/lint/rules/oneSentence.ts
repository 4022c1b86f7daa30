import type { Entry } from '../../entry/entry.ts';
import { findKey } from '../../entry/keys.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import { OPENING_CURLY_QUOTE, SEMICOLON, SPACE } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import { wordsCutByComment } from '../frontMatter/cutByComment.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { endingOfScalar, fullStopEdit, spacingFindings } from '../frontMatter/scalarFaults.ts';
import { isPlaceholder, type Scalar, scalarOf, scalarText } from '../frontMatter/yamlScalar.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';

export const oneSentence: Rule = {
  id: 'one-sentence',
  summary:
    '"Today in one sentence" lists the headlines, separated by "; ", with single spaces and a full stop at the end.',
  why: 'The site styles each "; " as a separator and colours the final full stop. A headline added later is easily left out.',
  severity: { draft: 'info', published: 'info' },
  otherSeverities: [{ severity: 'hint', when: 'if a headline is missing from the sentence' }],
  bad: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ntodayInOneSentence: The mayor resigned;⟦  ⟧and the ferry sank.\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ntodayInOneSentence: The mayor resigned; and the ferry sank.\n---\n',
  check(entry) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    const key = findKey(frontMatter, 'todayInOneSentence');
    const scalar = key && scalarOf(text, key);
    if (!scalar || isPlaceholder(text, scalar) || wordsCutByComment(text, key)) return findings;
    if (text[scalar.from] === '/') {
      findings.push({ from: scalar.from, to: scalar.to, message: 'This is a path, not a sentence.' });
      return findings;
    }
    addFindings(findings, spacingFindings(text, scalar));
    addFindings(findings, separatorFindings(text, scalar));
    addFindings(findings, endingFindings(text, scalar));
    addFindings(findings, missingHeadlines(entry, scalar));
    return withoutRiskyFixes(entry, findings);
  },
};

/** `first;second`, `first ; second`, `first;; second`. A closing quotation mark may follow the semicolon. */
function separatorFindings(text: string, { from, to }: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  for (let at = text.indexOf(';', from); at >= 0 && at < to; at = text.indexOf(';', at + 1)) {
    const isPlain = text.charCodeAt(at - 1) > SPACE && text.charCodeAt(at + 1) === SPACE;
    if (isPlain && text.charCodeAt(at + 2) !== SEMICOLON) continue; // nearly always
    let start = at;
    while (start > from && text.charCodeAt(start - 1) === SPACE) start--;
    if (start > from && text.charCodeAt(start - 1) < SPACE) start = at; // YAML folds the line here
    let end = at + 1;
    while (end < to && text[end] === ';') end++;
    if (text[end] === ' ' && text[end + 1] === ';') end += 2;
    const next = text.charCodeAt(end);
    const isSpaceMissing = end < to && (isLetter(next) || isDigit(next) || next === OPENING_CURLY_QUOTE);
    const isWellFormed = start === at && end === at + 1 && !isSpaceMissing;
    if (isWellFormed || /&#?\w+$/.test(text.slice(Math.max(from, at - 8), at))) continue;
    if (start === at - 1 && text[at + 1] === ' ' && hasFrenchSpacing(text.slice(from, to))) continue;
    findings.push({
      from: start,
      to: end,
      message: 'Wrong separator between clauses: expected "; ".',
      fix: {
        title: 'Separate the clauses with "; "',
        edits: [{ from: start, to: end, text: isSpaceMissing ? '; ' : ';' }],
      },
    });
    at = end - 1;
  }
  return findings;
}

/** Whether a space before `;` is no slip: French has one, and other marks or letters show that the text is French. */
function hasFrenchSpacing(value: string): boolean {
  const isConsistent = value.indexOf(' ; ') !== value.lastIndexOf(' ; ') && !/[^ ];|;[^ ]/.test(value);
  return isConsistent || / [!?:»]|[àâçèêîôùûœ«]/i.test(value);
}

function endingFindings(text: string, scalar: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  const { at, last, end } = endingOfScalar(text, scalar);
  const isDoubled = last === '.' && text[at - 2] === '.' && text[at - 3] !== '.';
  const edit = isDoubled ? { from: at - 1, to: at, text: '' } : fullStopEdit(text, scalar);
  if (!edit || isReportedSeparator(text, scalar, edit.from)) return findings;
  findings.push({
    from: Math.max(scalar.from, isDoubled ? at - 2 : at - 1),
    to: Math.max(at, end),
    message: isDoubled ? 'The sentence ends with two full stops.' : 'Missing full stop at the end of the sentence.',
    fix: { title: isDoubled ? 'Remove one full stop' : 'End with a full stop', edits: [edit] },
  });
  return findings;
}

/** Whether the semicolon at the end has already been reported: `one;;`. */
function isReportedSeparator(text: string, { from }: Scalar, at: number): boolean {
  return text[at] === ';' && at > from && (text[at - 1] === ';' || text[at - 1] === ' ');
}

/**
 * The headlines of numbered sections that the sentence does not mention. They are reported only if nearly all others are mentioned:
 * then the sentence was made from the headlines. Otherwise it was written freely.
 */
function missingHeadlines({ text, blocks }: Entry, scalar: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  const headlines: Span[] = [];
  for (const block of blocks) {
    if (block.kind !== 'section') continue; // most blocks
    const { label, headline } = block;
    if (label?.kind === 'number' && headline?.close) headlines.push(headline.words);
  }
  if (headlines.length < MIN_HEADLINES) return findings;
  const sentence = scalarText(text, scalar);
  if (sentence === undefined) return findings;
  let searchFrom = 0;
  const reworded = headlines.filter((headline) => {
    const at = indexOfHeadline(sentence, text, headline, searchFrom);
    searchFrom = Math.max(searchFrom, at);
    return at < 0;
  });
  if (reworded.length === 0 || reworded.length * 2 > headlines.length) return findings;
  const lowerSentence = sentence.toLowerCase();
  const missing = reworded.filter(({ from, to }) => {
    const stems = stemsOf(text.slice(from, to));
    return stems.length >= MIN_STEMS && !isMentioned(stems, lowerSentence);
  });
  if (missing.length * 4 > headlines.length) return findings;
  for (const { from, to } of missing) {
    findings.push({ from, to, severity: 'hint', message: 'This headline is missing from "Today in one sentence".' });
  }
  return findings;
}

/**
 * Where a part of a headline appears in the sentence; -1 if it does not. Looks for the words after its first one, which may have lost
 * its capital, from the previous headline on; then for those words and for the middle of the headline in the whole sentence.
 */
function indexOfHeadline(sentence: string, text: string, { from, to }: Span, searchFrom: number): number {
  const start = text.indexOf(' ', from) + 1;
  if (start === 0 || start >= to) return -1;
  const probe = text.slice(start, Math.min(to, start + PROBE_CHARS));
  const at = sentence.indexOf(probe, searchFrom);
  if (at >= 0) return at;
  const middle = (from + to) >> 1;
  if (to - middle < PROBE_CHARS) return sentence.indexOf(probe);
  return Math.max(sentence.indexOf(probe), sentence.indexOf(text.slice(middle, middle + PROBE_CHARS)));
}

/** Enough characters to tell a headline from all others. */
const PROBE_CHARS = 24;

const MIN_HEADLINES = 3;
const MIN_STEMS = 3;

/** A clause with this share of a headline's stems mentions the headline. */
const MIN_SHARED_STEMS = 0.34;

/** The significant words, without their endings. */
function stemsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z0-9$\u00c0-\u024f-]{4,}/g) ?? [];
  return words.map((word) => word.slice(0, MAX_STEM_CHARS));
}

const MAX_STEM_CHARS = 6;

/** Whether one clause of the sentence has enough of the stems. */
function isMentioned(stems: readonly string[], sentence: string): boolean {
  const counts = new Map<number, number>(); // by the offset of the semicolon before the clause
  for (const stem of stems) {
    let at = sentence.indexOf(stem);
    while (at >= 0) {
      const clause = sentence.lastIndexOf(';', at);
      const count = (counts.get(clause) ?? 0) + 1;
      if (count >= stems.length * MIN_SHARED_STEMS) return true;
      counts.set(clause, count);
      const end = sentence.indexOf(';', at);
      at = end < 0 ? -1 : sentence.indexOf(stem, end);
    }
  }
  return false;
}
