import { parseFileName } from '../../entry/fileName.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { dateIn } from '../frontMatter/titleAndDate.ts';
import type { Finding, Rule } from '../rule.ts';

export const title: Rule = {
  id: 'title',
  summary: 'The title is "Day" and a number.',
  why: 'The site, its feeds and the day count read the number from the title. An entry that is not a numbered day, such as a weekly review, may have any title.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '---\ntitle: ⟦Day12⟧\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, { fileName, dayNumber }) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    const key = findKey(frontMatter, 'title');
    if (!key || key.value.from === key.value.to) return findings;
    const value = scalarValue(text, key);
    if (EXPECTED_FORM.test(value) || /\bTK\b/.test(value) || findKey(frontMatter, 'post_type')) return findings;

    const date = dateIn(entry);
    const fileNumber = parseFileName(fileName).number;
    const expected = fileNumber ?? (date === undefined ? undefined : dayNumber(date));
    const nearMiss = NEAR_MISS.exec(value)?.[1];
    if (nearMiss === undefined && fileNumber === undefined && !DAY_LIKE.test(value)) return findings; // not a numbered day

    const numbers = value.match(/\d+/g)?.map(Number) ?? [];
    const certainNumber = nearMiss ?? (expected !== undefined && numbers.includes(expected) ? expected : undefined);
    const likelyNumber = certainNumber ?? expected ?? numbers.at(-1);
    const newTitle = likelyNumber !== undefined && `Day ${Number(likelyNumber)}`;
    const fix = newTitle && { title: `Change the title to ${newTitle}`, edits: [{ ...key.value, text: newTitle }] };
    findings.push({
      ...key.value,
      message: `The title is "${value}": expected ${newTitle ? `"${newTitle}"` : '"Day" and a number'}.`,
      ...(fix && (certainNumber === undefined ? { suggestions: [fix] } : { fix })),
    });
    return findings;
  },
};

const EXPECTED_FORM = /^Day (?:0|[1-9]\d*)$/;

/** `Day1080`, `day 1080`, `Day #1080:`. */
const NEAR_MISS = /^\W*day[\s#:.–-]*0*([1-9]\d*)[\s:.]*$/i;

/** A number alone, or after "Day" or a typo of it. */
const DAY_LIKE = /^\s*\d+\s*$|\b(?:day|da|dy|ay|dat|dya) *\d+\b/i;
