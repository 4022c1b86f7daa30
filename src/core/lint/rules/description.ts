import type { Entry } from '../../entry/entry.ts';
import { keyOf } from '../../entry/frontMatter.ts';
import { isCapital, isDigit } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import {
  endingOf,
  isToCome,
  quoted,
  type Scalar,
  scalarOf,
  spacingFindings,
  stopEdit,
  wordsOf,
} from '../frontMatter/frontMatterEdits.ts';
import { isSaid } from '../frontMatter/isSaid.ts';
import { addAll, type Finding, type Fix, type Rule } from '../rule.ts';

export const description: Rule = {
  id: 'description',
  summary:
    'The description is a line or a quote from the entry, with its full stop inside the quotes and no space around it.',
  why: 'It stands beside the day in the heading, in feeds and in search results. What is quoted is found in the body, word for word: it was taken from there.',
  severity: { draft: 'warning', published: 'warning' },
  bad: `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: '"A long noon⟦".⟧'\n---\n\n"A long noon," said the mayor.\n`,
  good: `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: '"A long noon."'\n---\n\n"A long noon," said the mayor.\n`,
  check(entry, { stage }) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    const key = keyOf(frontMatter, 'description');
    if (!key) return findings;
    const scalar = scalarOf(text, key);
    if (key.value.from === key.value.to || (scalar && isBlank(text, scalar))) {
      findings.push({
        ...(scalar ? key.value : key.nameSpan),
        message: 'The description is empty.',
        severity: stage === 'draft' ? 'hint' : 'warning',
      });
      return findings;
    }
    if (!scalar || isToCome(text, scalar)) return findings;
    for (const finding of spacingFindings(text, scalar)) findings.push({ ...finding, severity: 'info' });
    addAll(findings, dayBefore(text, scalar));
    const marks = marksIn(text, scalar);
    const fault = unbalanced(text, key.value, scalar, marks);
    if (fault) {
      findings.push(fault);
      return findings;
    }
    const beside = besideQuote(text, scalar);
    if (beside) {
      findings.push(beside);
      return findings;
    }
    addAll(findings, ending(text, scalar));
    addAll(findings, notInBody(entry, scalar, marks));
    return findings;
  },
};

function isBlank(text: string, { from, to }: Span): boolean {
  return text.slice(from, to).trim() === '';
}

/** `Day 12: "A long noon."`: the heading would have the day twice. */
function dayBefore(text: string, { from, to }: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  if (!text.startsWith('Day ', from)) return findings;
  const length = /^Day \d+: +/.exec(text.slice(from, Math.min(to, from + 20)))?.[0].length;
  if (length === undefined) return findings;
  const span = { from, to: from + length };
  findings.push({
    ...span,
    message: 'The day stands in the description, and before it in the heading.',
    suggestions: [{ title: 'Remove the day', edits: [{ ...span, text: '' }] }],
  });
  return findings;
}

/** The double quotes of a value, straight and curly, in order. */
function marksIn(text: string, { from, to }: Scalar): string {
  let marks = '';
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x201c || code === 0x201d || (code === 0x22 && !isInch(text, at))) marks += text[at];
  }
  return marks;
}

/** `6'2"` */
function isInch(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && /\d'+\d+$/.test(text.slice(Math.max(0, at - 6), at));
}

function unbalanced(text: string, value: Span, scalar: Scalar, marks: string): Finding | undefined {
  const isMixed = marks === '“"' || marks === '"”';
  if (marks.length % 2 === 0 && !isMixed) return undefined;
  const words = wordsOf(text, scalar)?.trim();
  const rewrite = (title: string, right: string): Fix => ({ title, edits: [{ ...value, text: quoted(right) }] });
  if (isMixed) {
    const message = 'The quote begins with a curly mark and ends with a straight one, or the other way round.';
    const fix = words && rewrite('Use straight marks', words.replace(/[“”]/g, '"'));
    return { ...value, message, ...(fix && { fix }) };
  }
  const suggestions: Fix[] = [];
  if (words && marks.length === 1) {
    const bare = words.replace(/["“”]/g, '');
    if (/^["“]|["”]$/.test(words)) suggestions.push(rewrite('Quote the whole description', `"${bare}"`));
    suggestions.push(rewrite('Remove the stray mark', bare));
  }
  return { ...value, message: 'A quote of the description has one mark too few or too many.', suggestions };
}

/** `."A long noon."`, `A" long noon."`, `"A long noon."x`: a key went astray beside the quote, or the first two are swapped. */
function besideQuote(text: string, { from, to }: Scalar): Finding | undefined {
  const found = isMark(text, from + 1) && isMark(text, to - 1) ? BEFORE.exec(text.slice(from, from + 3)) : undefined;
  if (found) {
    const [, stray = '', mark = '', next = ''] = found;
    const isSwapped = isCapital(stray.charCodeAt(0)) && /[\p{Ll} ’']/u.test(next);
    const edit = isSwapped ? { from, to: from + 2, text: `${mark}${stray}` } : { from, to: from + 1, text: '' };
    const title = isSwapped ? 'Swap it with the quotation mark' : 'Remove it';
    return { from, to: from + 2, message: `"${stray}" stands before the quote.`, fix: { title, edits: [edit] } };
  }
  const last = text.charAt(to - 1);
  if (!isMark(text, from) || !isMark(text, to - 2) || !BEHIND.test(last)) return undefined;
  const edits = [{ from: to - 1, to, text: '' }];
  return { from: to - 2, to, message: `"${last}" stands behind the quote.`, fix: { title: 'Remove it', edits } };
}

const BEFORE = /^([^\s"“'’\\])(["“])(.)/;
const BEHIND = /[a-z0-9,;:]/;

function isMark(text: string, at: number): boolean {
  return '"“”'.includes(text.charAt(at));
}

function ending(text: string, scalar: Scalar): readonly Finding[] {
  const findings: Finding[] = [];
  const { at, last, end } = endingOf(text, scalar);
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
    const inside = '.!?…'.includes(text[mark - 1] ?? '') ? '' : '.';
    const from = text[mark - 1] === ',' ? mark - 1 : mark;
    const right = `${inside}${text.slice(mark, at - 1)}`;
    findings.push({
      from: mark,
      to: at,
      message: 'The full stop stands outside the quote.',
      fix: { title: 'Put the full stop inside the quote', edits: [{ from, to: at, text: right }] },
    });
    return findings;
  }
  const edit = stopEdit(text, scalar);
  if (edit) {
    const fix = { title: 'End it with a full stop', edits: [edit] };
    findings.push({
      from: at - 1,
      to: Math.max(at, end),
      message: 'The description does not end with a full stop.',
      fix,
    });
  }
  return findings;
}

/** A description that is one quote, of which the body has not the words. */
function notInBody({ text, body }: Entry, scalar: Scalar, marks: string): readonly Finding[] {
  const findings: Finding[] = [];
  if (marks.length !== 2) return findings;
  const words = wordsOf(text, scalar)?.trim();
  const quote = words && /^["“](.*?)[.,!?…]*["”]$/.exec(words)?.[1];
  // At its start a quote may be a capital more than in its sentence.
  if (!quote || text.indexOf(quote.slice(1), body.from) >= 0 || isBlank(text, body)) return findings;
  if (isSaid(text.slice(body.from, body.to), quote)) return findings;
  findings.push({
    from: scalar.from,
    to: scalar.to,
    severity: 'hint',
    message: 'These words stand nowhere in the entry.',
  });
  return findings;
}
