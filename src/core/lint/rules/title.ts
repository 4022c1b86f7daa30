import { datedName } from '../../entry/fileName.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import type { Finding, Rule } from '../rule.ts';

export const title: Rule = {
  id: 'title',
  summary: 'The title is "Day" and the number.',
  why: 'The site, its feeds and the count of days read the number from it. An entry that is no numbered day, a weekly review say, has the title it likes.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '---\ntitle: ⟦Day12⟧\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check({ text, frontMatter }, { fileName, dayNumber }) {
    const findings: Finding[] = [];
    const key = keyOf(frontMatter, 'title');
    if (!key || key.value.from === key.value.to) return findings;
    const value = scalar(text, key);
    if (RIGHT_FORM.test(value) || /\bTK\b/.test(value) || keyOf(frontMatter, 'post_type')) return findings;

    const dateKey = keyOf(frontMatter, 'date');
    const date = dateKey && /^\d{4}-\d{2}-\d{2}/.exec(scalar(text, dateKey))?.[0];
    const named = datedName(fileName).number;
    const expected = named ?? (date === undefined ? undefined : dayNumber(date));
    const nearMiss = NEAR_MISS.exec(value)?.[1];
    if (nearMiss === undefined && named === undefined && !DAYLIKE.test(value)) return findings; // no numbered day

    const numbers = value.match(/\d+/g)?.map(Number) ?? [];
    const sure = nearMiss ?? (expected !== undefined && numbers.includes(expected) ? expected : undefined);
    const likely = sure ?? expected ?? numbers.at(-1);
    const right = likely !== undefined && `Day ${Number(likely)}`;
    const fix = right && { title: `Write it as ${right}`, edits: [{ ...key.value, text: right }] };
    findings.push({
      ...key.value,
      message: `"${value}" is not a day's title.`,
      ...(fix && (sure === undefined ? { suggestions: [fix] } : { fix })),
    });
    return findings;
  },
};

const RIGHT_FORM = /^Day (?:0|[1-9]\d*)$/;

/** `Day1080`, `day 1080`, `Day #1080:`. */
const NEAR_MISS = /^\W*day[\s#:.–-]*0*([1-9]\d*)[\s:.]*$/i;

/** A number alone, or one behind what was meant for "Day". */
const DAYLIKE = /^\s*\d+\s*$|\b(?:day|da|dy|ay|dat|dya) *\d+\b/i;
