import { isDate } from '../../dates/calendar.ts';
import { isTime } from '../../dates/timeZone.ts';
import { datedName } from '../../entry/fileName.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { addAll, type Finding, type Rule, type RuleContext } from '../rule.ts';

export const date: Rule = {
  id: 'date',
  summary: 'The date reads YYYY-MM-DD HH:MM:SS ±HH:MM, is a real one, and fits the file name and the time zone.',
  why: 'The site sorts and shows entries by it. The offset changes with the clocks twice a year: the one entry that ever went out with a wrong offset was written the Monday after.',
  severity: { draft: 'error', published: 'error' },
  bad: '---\ntitle: Day 12\ndate: ⟦2031-01-31 9:30 -0800⟧\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check({ text, frontMatter }, surroundings) {
    const findings: Finding[] = [];
    const key = keyOf(frontMatter, 'date');
    if (!key || key.value.from === key.value.to) return findings;
    const value = scalar(text, key);
    if (/^TK\b/.test(value)) return findings;
    const span = key.value;
    const parts = partsOf(value);
    if (!parts) {
      findings.push({ ...span, message: `"${value}" is not a date of the form YYYY-MM-DD HH:MM:SS ±HH:MM.` });
      return findings;
    }
    if (!isReal(parts)) {
      findings.push({ ...span, message: `There is no ${parts.date} ${parts.time}.` });
      return findings;
    }
    const offset = parts.offset ?? surroundings.offsets(parts.date, parts.time)?.[0];
    const whole = offset && `${parts.date} ${parts.time} ${offset}`;
    if (whole !== text.slice(span.from, span.to)) {
      const finding = { ...span, message: 'The date does not have the form YYYY-MM-DD HH:MM:SS ±HH:MM.' };
      findings.push(
        whole ? { ...finding, fix: { title: `Write it as ${whole}`, edits: [{ ...span, text: whole }] } } : finding,
      );
      return findings;
    }
    addAll(findings, againstSurroundings(span.from, parts.date, parts.time, offset ?? '', surroundings));
    return findings;
  },
};

function againstSurroundings(
  from: number,
  day: string,
  time: string,
  offset: string,
  { stage, fileName, offsets, dayNumber }: RuleContext,
): readonly Finding[] {
  const findings: Finding[] = [];
  const named = datedName(fileName);
  if (stage === 'published' && named.date !== undefined && named.date !== day) {
    const fix = { title: `Change the date to ${named.date}`, edits: [{ from, to: from + 10, text: named.date }] };
    const certain =
      named.number !== undefined && dayNumber(named.date) === named.number && dayNumber(day) !== named.number;
    findings.push({
      from,
      to: from + 10,
      message: `The file name says ${named.date}.`,
      ...(certain ? { fix } : { suggestions: [fix] }),
    });
    return findings;
  }
  const known = offsets(day, time);
  const right = known?.[0];
  if (right !== undefined && !known?.includes(offset)) {
    const start = from + 20;
    findings.push({
      from: start,
      to: start + 6,
      message: `On ${day} the clocks are at ${right}.`,
      fix: { title: `Change the offset to ${right}`, edits: [{ from: start, to: start + 6, text: right }] },
    });
  }
  return findings;
}

interface Parts {
  readonly date: string;
  readonly time: string;
  readonly offset: string | undefined;
}

/** Takes apart the right form and its near misses: `2020/1/4 9:37`, `2020-01-04T09:37:00-0800`, `2020-01-04 09: 37:00`, `2020-01-04`. */
function partsOf(value: string): Parts | undefined {
  if (RIGHT_FORM.test(value)) return { date: value.slice(0, 10), time: value.slice(11, 19), offset: value.slice(20) };
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
      : `${sign === '+' ? '+' : '-'}${two(offsetHour)}:${offsetMinute}`;
  return { date: `${year}-${two(month)}-${two(day)}`, time: `${two(hour)}:${minute}:${second}`, offset };
}

const RIGHT_FORM = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d$/;

function two(digits = ''): string {
  return digits.padStart(2, '0');
}

function isReal({ date: day, time }: Parts): boolean {
  return isDate(day) && isTime(time);
}
