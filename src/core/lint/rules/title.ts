import type { Key } from '../../entry/entry.ts';
import { parseFileName } from '../../entry/fileName.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { isDayTitle, numberInTitle } from '../../entry/titleForm.ts';
import { wordsCutByComment } from '../frontMatter/cutByComment.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { dateIn } from '../frontMatter/titleAndDate.ts';
import { titleSpelling } from '../frontMatter/titleSpelling.ts';
import { isQuote, scalarOf } from '../frontMatter/yamlScalar.ts';
import type { Finding, Rule } from '../rule.ts';

export const title: Rule = {
  id: 'title',
  summary:
    'The title has the form of the log: "Day" and a number unless its entries show another, perhaps with a subtitle.',
  why: 'The site, its feeds and the count of days read the number from the title. A subtitle comes after a colon or a dash: "Day 12: The flood". In a log whose entries are called "Issue 12", that is the form. An entry that is not numbered, such as a weekly review, may have any title. A correction that would remove a word is only offered.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '---\ntitle: ⟦Day12⟧\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, context) {
    const findings: Finding[] = [];
    const { text, frontMatter } = entry;
    const key = findKey(frontMatter, 'title');
    if (!key || key.value.from === key.value.to) return findings;
    const raw = scalarValue(text, key);
    const value = raw.includes('\n') ? raw.replace(/\s*\n\s*/g, ' ') : raw; // as YAML folds lines
    if (!context.title) return findings;
    if (!isDayTitle(context.title)) return titleSpelling(entry, key, value, context.title, context);
    if (EXPECTED_FORM.test(value) || /\bTK\b/.test(value) || findKey(frontMatter, 'post_type')) return findings;
    if (hasSubtitle(value) || hasOtherFault(text, key)) return findings;

    const date = dateIn(entry, context);
    const fileNumber = parseFileName(context.fileName).number;
    const expected = fileNumber ?? (date === undefined ? undefined : context.dayNumber(date));
    const nearMiss = NEAR_MISS.exec(value)?.[1];
    if (nearMiss === undefined && fileNumber === undefined && !DAY_LIKE.test(value)) return findings; // not a numbered day

    const numbers = value.match(/\d+/g)?.map(Number) ?? [];
    const certainNumber = nearMiss ?? (expected !== undefined && numbers.includes(expected) ? expected : undefined);
    const likelyNumber = certainNumber ?? expected ?? numbers.at(-1);
    const newTitle = likelyNumber !== undefined && `Day ${Number(likelyNumber)}`;
    const fix = newTitle && { title: `Change the title to ${newTitle}`, edits: [{ ...key.value, text: newTitle }] };
    const isCertain = certainNumber !== undefined && (nearMiss !== undefined || NUMBER_ALONE.test(value));
    findings.push({
      ...key.value,
      message: `The title is "${value}": expected ${newTitle ? `"${newTitle}"` : '"Day" and a number'}.`,
      ...(fix && (isCertain ? { fix } : { suggestions: [fix] })),
    });
    return withoutRiskyFixes(entry, findings);
  },
};

/** Whether the quotes of the value do not match, or a comment cuts it short. These are faults of the YAML. */
function hasOtherFault(text: string, key: Key): boolean {
  return (isQuote(text.charAt(key.value.from)) && !scalarOf(text, key)) || wordsCutByComment(text, key) !== undefined;
}

const EXPECTED_FORM = /^Day (?:0|[1-9]\d*)$/;

/** `Day 12: The flood`, but not `day 12: The flood` and `Day 12:`. */
function hasSubtitle(value: string): boolean {
  return /^Day (?:0|[1-9]\d*)(?!\d)/.test(value) && /\p{L}/u.test(value.slice(4)) && numberInTitle(value) !== undefined;
}

/** `Day1080`, `day 1080`, `Day #1080:`: the word and a number. */
const NEAR_MISS = /^[\s"'#:.,–-]*day[\s#:.–-]*0*([1-9]\d*)[\s:.,]*$/i;

/** A number alone, or after a typo of "Day": no other word would be lost. */
const NUMBER_ALONE = /^[\s"'#:.,–-]*(?:(?:day|da|dy|ay|dat|dya)\b)?[\s#:.–-]*\d+[\s:.,]*$/i;

/** A number alone, or after "Day" or a typo of it. */
const DAY_LIKE = /^\s*\d+\s*$|\b(?:day|da|dy|ay|dat|dya) *\d+\b/i;
