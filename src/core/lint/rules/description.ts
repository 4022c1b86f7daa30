import type { Entry, Key } from '../../entry/entry.ts';
import { findKey } from '../../entry/keys.ts';
import { isCapital, isDigit } from '../../text/characters.ts';
import { CLOSING_CURLY_QUOTE, DOUBLE_QUOTE, LOW_QUOTE, OPENING_CURLY_QUOTE } from '../../text/charCodes.ts';
import { isGershayim } from '../../text/quotationMarks.ts';
import type { Span } from '../../text/text.ts';
import { wordsCutByComment } from '../frontMatter/cutByComment.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { isQuoteInBody } from '../frontMatter/quoteInBody.ts';
import { endingOfScalar, fullStopEdit, spacingFindings } from '../frontMatter/scalarFaults.ts';
import { isPlaceholder, type Scalar, scalarOf, scalarText, singleQuoted } from '../frontMatter/yamlScalar.ts';
import { addFindings, type Finding, type Fix, type Rule } from '../rule.ts';

export const description: Rule = {
  id: 'description',
  summary:
    'The description is a line or a quote from the entry, with its full stop inside the quotes and no space around it.',
  why: 'It appears beside the day in the heading, in feeds and in search results. A quote should appear in the body word for word, since that is where it comes from.',
  severity: { draft: 'warning', published: 'warning' },
  otherSeverities: [
    { severity: 'info', when: 'if there is a stray space' },
    { severity: 'hint', when: 'if the quote does not appear in the entry, or if the description of a draft is empty' },
  ],
  bad: `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: '"A long noon⟦".⟧'\n---\n\n"A long noon," said the mayor.\n`,
  good: `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: '"A long noon."'\n---\n\n"A long noon," said the mayor.\n`,
  check(entry, { stage }) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    const key = findKey(frontMatter, 'description');
    if (!key || isOrdinary(entry, key) || wordsCutByComment(text, key)) return findings;
    const scalar = scalarOf(text, key);
    if (key.value.from === key.value.to || (scalar && isBlank(text, scalar))) {
      findings.push({
        ...(scalar ? key.value : key.nameSpan),
        message: 'The description is empty.',
        severity: stage === 'draft' ? 'hint' : 'warning',
      });
      return findings;
    }
    if (!scalar || isPlaceholder(text, scalar)) return findings;
    for (const finding of spacingFindings(text, scalar)) findings.push({ ...finding, severity: 'info' });
    addFindings(findings, repeatedDay(text, scalar));
    const marks = marksIn(text, scalar);
    const fault = unbalancedQuotes(text, key.value, scalar, marks);
    if (fault) {
      findings.push(fault);
      return withoutRiskyFixes(entry, findings);
    }
    const stray = strayBesideQuote(text, scalar);
    if (stray) {
      findings.push(stray);
      return withoutRiskyFixes(entry, findings);
    }
    const hasItems = entry.blocks.some(({ label }) => label !== undefined);
    addFindings(findings, endingFindings(text, scalar, hasItems));
    addFindings(findings, missingQuote(entry, scalar, marks));
    return withoutRiskyFixes(entry, findings);
  },
};

/** A cheap check that rules out most entries: a plain sentence, or one quote from the body, with nothing to correct. */
function isOrdinary({ text, body }: Entry, { to: keyEnd, value: { from, to } }: Key): boolean {
  const value = text.slice(from, to);
  if (value.includes('  ')) return false;
  if (PLAIN_SENTENCE.test(value)) return to === keyEnd;
  // Without the first letter, which may be a capital here alone, and the full stop.
  return PLAIN_QUOTE.test(value) && text.indexOf(value.slice(3, -3), body.from) >= 0;
}

/** `A long noon.` */
const PLAIN_SENTENCE = /^(?!Day )[A-Z][^"“”„\r\n]*[A-Za-z0-9][.!?]$/;

/** `'"A long noon."'` without any other mark or escape. */
const PLAIN_QUOTE = /^'"[A-Za-z0-9][^"“”„'\\\r\n]*[A-Za-z0-9][.!?]"'$/;

function isBlank(text: string, { from, to }: Span): boolean {
  return text.slice(from, to).trim() === '';
}

/** `Day 12: "A long noon."`: the heading would show the day twice. */
function repeatedDay(text: string, { from, to }: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  if (!text.startsWith('Day ', from)) return findings;
  const length = /^Day \d+: +/.exec(text.slice(from, Math.min(to, from + 20)))?.[0].length;
  if (length === undefined) return findings;
  const span = { from, to: from + length };
  findings.push({
    ...span,
    message: 'The description repeats the day, which the heading already shows.',
    suggestions: [{ title: 'Remove the day', edits: [{ ...span, text: '' }] }],
  });
  return findings;
}

/** All double quotation marks of a value, straight and curly, in order. A mark that closes `„` is none of them. */
function marksIn(text: string, { from, to }: Scalar): string {
  let marks = '';
  let lowMarks = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LOW_QUOTE) lowMarks++;
    else if (code === OPENING_CURLY_QUOTE || code === CLOSING_CURLY_QUOTE || code === DOUBLE_QUOTE) {
      if (lowMarks > 0) lowMarks--;
      else if (code !== DOUBLE_QUOTE || !(isInch(text, at) || isGershayim(text, at))) marks += text[at];
    }
  }
  return marks;
}

/** Whether the mark at `at` stands for inches: `6'2"`. */
function isInch(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && /\d'+\d+$/.test(text.slice(Math.max(0, at - 6), at));
}

function unbalancedQuotes(text: string, value: Span, scalar: Scalar, marks: string): Finding | undefined {
  const isMixed = marks === '“"' || marks === '"”';
  if (marks.length % 2 === 0 && !isMixed) return undefined;
  const words = scalarText(text, scalar)?.trim();
  const rewrite = (title: string, newValue: string): Fix => ({
    title,
    edits: [{ ...value, text: singleQuoted(newValue) }],
  });
  if (isMixed) {
    const message = 'The quote has one curly and one straight quotation mark.';
    const fix = words && rewrite('Use straight quotation marks', words.replace(/[“”]/g, '"'));
    return { ...value, message, ...(fix && { fix }) };
  }
  const suggestions: Fix[] = [];
  if (words && marks.length === 1) {
    const unquoted = words.replace(/["“”]/g, '');
    if (/^["“]|["”]$/.test(words)) suggestions.push(rewrite('Quote the whole description', `"${unquoted}"`));
    suggestions.push(rewrite('Remove the stray quotation mark', unquoted));
  }
  return { ...value, message: 'Unbalanced quotation marks in the description.', suggestions };
}

/** `."A long noon."`, `"A long noon."x`: a stray character beside the quote; `A" long noon."`: the first two characters are swapped. */
function strayBesideQuote(text: string, { from, to }: Scalar): Finding | undefined {
  const match =
    isMark(text, from + 1) && isMark(text, to - 1) ? STRAY_BEFORE.exec(text.slice(from, from + 3)) : undefined;
  if (match) {
    const [, stray = '', mark = '', next = ''] = match;
    const isSwapped = isCapital(stray.charCodeAt(0)) && /[\p{Ll} ’']/u.test(next);
    const edit = isSwapped ? { from, to: from + 2, text: `${mark}${stray}` } : { from, to: from + 1, text: '' };
    const title = isSwapped ? `Swap "${stray}" and the quotation mark` : `Remove "${stray}"`;
    return {
      from,
      to: from + 2,
      message: `"${stray}" before the opening quotation mark.`,
      fix: { title, edits: [edit] },
    };
  }
  const last = text.charAt(to - 1);
  if (!isMark(text, from) || !isMark(text, to - 2) || !STRAY_AFTER.test(last)) return undefined;
  const edits = [{ from: to - 1, to, text: '' }];
  return {
    from: to - 2,
    to,
    message: `"${last}" after the closing quotation mark.`,
    fix: { title: `Remove "${last}"`, edits },
  };
}

const STRAY_BEFORE = /^([^\s"“'’\\])(["“])(.)/;
const STRAY_AFTER = /[a-z0-9,;:]/;

function isMark(text: string, at: number): boolean {
  return '"“”'.includes(text.charAt(at));
}

/** `hasItems`: whether the entry is divided into items with labels, as logs are whose descriptions are sentences. */
function endingFindings(text: string, scalar: Scalar, hasItems: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  const { at, last, end } = endingOfScalar(text, scalar);
  if (last === '.' && text[at - 2] === '.' && text[at - 3] !== '.') {
    const fix = { title: 'Remove one full stop', edits: [{ from: at - 1, to: at, text: '' }] };
    findings.push({ from: at - 2, to: at, message: 'The description ends with two full stops.', fix });
    return findings;
  }
  if (last === '.' && at === end) {
    const quotes = /["”]\.$/.exec(text.slice(Math.max(scalar.from, at - 2), at));
    if (!quotes) return findings;
    const mark = scalar.quote === '"' && text[at - 3] === '\\' ? at - 3 : at - 2;
    if (mark <= scalar.from) return findings;
    const inside = '.!?…。！？'.includes(text[mark - 1] ?? '') ? '' : '.';
    const from = text[mark - 1] === ',' ? mark - 1 : mark;
    const replacement = `${inside}${text.slice(mark, at - 1)}`;
    findings.push({
      from: mark,
      to: at,
      message: 'The full stop is outside the quote.',
      fix: { title: 'Move the full stop inside the quote', edits: [{ from, to: at, text: replacement }] },
    });
    return findings;
  }
  const edit = fullStopEdit(text, scalar);
  // Elsewhere, a description without a full stop may be a heading: `News of the harbor`.
  if (edit && (hasItems || isMark(text, end - 1))) {
    const fix = { title: 'End with a full stop', edits: [edit] };
    findings.push({
      from: at - 1,
      to: Math.max(at, end),
      message: 'Missing full stop at the end of the description.',
      fix,
    });
  }
  return findings;
}

/** Reports a description that is a single quote whose words are not in the body. */
function missingQuote({ text, body }: Entry, scalar: Scalar, marks: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (marks.length !== 2) return findings;
  const words = scalarText(text, scalar)?.trim();
  const quote = words && /^["“](.*?)[.,!?…。！？]*["”]$/.exec(words)?.[1];
  // The first letter of a quote may be capitalized.
  if (!quote || text.indexOf(quote.slice(1), body.from) >= 0 || isBlank(text, body)) return findings;
  if (isQuoteInBody(text.slice(body.from, body.to), quote)) return findings;
  findings.push({
    from: scalar.from,
    to: scalar.to,
    severity: 'hint',
    message: 'This quote does not appear in the entry.',
  });
  return findings;
}
