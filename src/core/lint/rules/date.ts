import { isDate } from '../../dates/calendar.ts';
import { isTime } from '../../dates/timeZone.ts';
import { parseFileName } from '../../entry/fileName.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { addFindings, type Finding, type Rule, type RuleContext } from '../rule.ts';

export const date: Rule = {
  id: 'date',
  summary: 'The date is written YYYY-MM-DD HH:MM:SS ±HH:MM, exists, and agrees with the file name and the time zone.',
  why: 'The site sorts and shows entries by date. The offset changes with the clocks twice a year: the only entry ever published with a wrong offset was written on the Monday after.',
  severity: { draft: 'error', published: 'error' },
  bad: '---\ntitle: Day 12\ndate: ⟦2031-01-31 9:30 -0800⟧\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check({ text, frontMatter }, context) {
    const findings: Finding[] = [];
    const key = findKey(frontMatter, 'date');
    if (!key || key.value.from === key.value.to) return findings;
    const value = scalarValue(text, key);
    if (/^TK\b/.test(value)) return findings;
    const span = key.value;
    const parts = parseDate(value);
    if (!parts) {
      findings.push({ ...span, message: `"${value}" is not a date: expected YYYY-MM-DD HH:MM:SS ±HH:MM.` });
      return findings;
    }
    if (!isReal(parts)) {
      findings.push({ ...span, message: `${parts.date} ${parts.time} is not a real date and time.` });
      return findings;
    }
    const offset = parts.offset ?? context.utcOffsets(parts.date, parts.time)?.[0];
    const expected = offset && `${parts.date} ${parts.time} ${offset}`;
    if (expected !== text.slice(span.from, span.to)) {
      const finding = { ...span, message: 'The date is not written as YYYY-MM-DD HH:MM:SS ±HH:MM.' };
      findings.push(
        expected
          ? { ...finding, fix: { title: `Change the date to ${expected}`, edits: [{ ...span, text: expected }] } }
          : finding,
      );
      return findings;
    }
    addFindings(findings, disagreements(span.from, parts.date, parts.time, offset ?? '', context));
    return findings;
  },
};

/** Where the date disagrees with the file name or the time zone. `from` is where the date starts. */
function disagreements(
  from: number,
  day: string,
  time: string,
  offset: string,
  { stage, fileName, utcOffsets, dayNumber }: RuleContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  const fileNameParts = parseFileName(fileName);
  if (stage === 'published' && fileNameParts.date !== undefined && fileNameParts.date !== day) {
    const fix = {
      title: `Change the date to ${fileNameParts.date}`,
      edits: [{ from, to: from + 10, text: fileNameParts.date }],
    };
    const isCertain =
      fileNameParts.number !== undefined &&
      dayNumber(fileNameParts.date) === fileNameParts.number &&
      dayNumber(day) !== fileNameParts.number;
    findings.push({
      from,
      to: from + 10,
      message: `The date in the file name is ${fileNameParts.date}.`,
      ...(isCertain ? { fix } : { suggestions: [fix] }),
    });
    return findings;
  }
  const validOffsets = utcOffsets(day, time);
  const expected = validOffsets?.[0];
  if (expected !== undefined && !validOffsets?.includes(offset)) {
    const start = from + 20;
    findings.push({
      from: start,
      to: start + 6,
      message: `Wrong UTC offset: expected ${expected} on ${day}.`,
      fix: { title: `Change the offset to ${expected}`, edits: [{ from: start, to: start + 6, text: expected }] },
    });
  }
  return findings;
}

interface DateParts {
  readonly date: string;
  readonly time: string;
  readonly offset: string | undefined;
}

/** Parses the expected form and near misses: `2020/1/4 9:37`, `2020-01-04T09:37:00-0800`, `2020-01-04 09: 37:00`, `2020-01-04`. */
function parseDate(value: string): DateParts | undefined {
  if (EXPECTED_FORM.test(value))
    return { date: value.slice(0, 10), time: value.slice(11, 19), offset: value.slice(20) };
  const match =
    /^[\s"',.;]*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?)?\s*(?:([+-]|\u2212|\u2013)(\d{1,2}):?(\d{2})|Z|UTC)?[\s"',.;]*$/i.exec(
      value.replace(/(?<=\d)\s*:\s*(?=\d)/g, ':'),
    );
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second = '00', sign, offsetHour, offsetMinute] =
    match;
  const offset =
    sign === undefined
      ? /(?:Z|UTC)[\s"',.;]*$/i.test(value)
        ? '+00:00'
        : undefined
      : `${sign === '+' ? '+' : '-'}${twoDigits(offsetHour)}:${offsetMinute}`;
  return {
    date: `${year}-${twoDigits(month)}-${twoDigits(day)}`,
    time: `${twoDigits(hour)}:${minute}:${second}`,
    offset,
  };
}

const EXPECTED_FORM = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d$/;

function twoDigits(digits = ''): string {
  return digits.padStart(2, '0');
}

function isReal({ date: day, time }: DateParts): boolean {
  return isDate(day) && isTime(time);
}
