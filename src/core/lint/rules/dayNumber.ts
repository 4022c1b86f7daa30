import { datedName } from '../../entry/fileName.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import type { Finding, Rule } from '../rule.ts';

export const dayNumber: Rule = {
  id: 'day-number',
  summary: 'The number in the title is the one that the date gives, and the file name has the same.',
  why: 'Days without an entry count too, so "the last one plus one" is wrong after every weekend off; eight entries in a row once went out with the wrong number. A draft may be numbered for the day after its date.',
  severity: { draft: 'error', published: 'error' },
  bad: '---\ntitle: Day ⟦13⟧\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check({ text, frontMatter }, { stage, fileName, dayNumber: numberOf }) {
    const findings: Finding[] = [];
    const title = keyOf(frontMatter, 'title');
    const match = title && /^\s*day\s+(\d+)\s*$/i.exec(scalar(text, title));
    if (!title || !match?.[1]) return findings;
    const digits = match[1];
    const from = text.indexOf(digits, title.value.from);
    const span = { from, to: from + digits.length };
    const number = Number(digits);
    const named = datedName(fileName);
    const dateKey = keyOf(frontMatter, 'date');
    const date = dateKey && /^\d{4}-\d{2}-\d{2}/.exec(scalar(text, dateKey))?.[0];
    const expected = date === undefined ? undefined : numberOf(date);
    const byName = named.date === undefined ? undefined : numberOf(named.date);

    const fits =
      expected === undefined ||
      number === expected ||
      number === byName ||
      (stage === 'draft' && number === expected + 1);
    if (!fits) {
      findings.push({
        ...span,
        message: `${date} is Day ${expected}, not Day ${number}.`,
        fix: { title: `Change the number to ${expected}`, edits: [{ ...span, text: String(expected) }] },
      });
    } else if (named.number !== undefined && named.number !== number) {
      findings.push({ ...span, message: `The title says Day ${number}, the file name says Day ${named.number}.` });
    }
    return findings;
  },
};
