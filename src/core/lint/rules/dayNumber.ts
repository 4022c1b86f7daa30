import { parseFileName } from '../../entry/fileName.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { dateIn, possibleDatesIn, titleNumberIn } from '../frontMatter/titleAndDate.ts';
import type { Finding, Rule } from '../rule.ts';

export const dayNumber: Rule = {
  id: 'day-number',
  summary: 'The number in the title belongs to the date, and the file name has the same number.',
  why: 'The day is that of the time zone of the site. Days without an entry count too, so "last number plus one" is wrong after every weekend off; eight entries in a row were once published with the wrong number. A draft may be numbered for the day after its date.',
  severity: { draft: 'error', published: 'error' },
  bad: '---\ntitle: Day ⟦13⟧\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, context) {
    const { stage, fileName, dayNumber: numberOf } = context;
    const findings: Finding[] = [];
    const titleNumber = titleNumberIn(entry);
    if (!titleNumber) return findings;
    const { from, to, digits } = titleNumber;
    const number = Number(digits);
    const fileNameParts = parseFileName(fileName);
    const date = dateIn(entry, context);
    const expected = date === undefined ? undefined : numberOf(date);
    const expectedByFileName = fileNameParts.date === undefined ? undefined : numberOf(fileNameParts.date);

    const isPlausible =
      expected === undefined ||
      number === expected ||
      number === expectedByFileName ||
      (stage === 'draft' && number === expected + 1) ||
      possibleDatesIn(entry, context).some((possibleDate) => number === numberOf(possibleDate));
    if (!isPlausible) {
      findings.push({
        from,
        to,
        message: `${date} is Day ${expected}, not Day ${number}.`,
        fix: { title: `Change the number to ${expected}`, edits: [{ from, to, text: String(expected) }] },
      });
    } else if (fileNameParts.number !== undefined && fileNameParts.number !== number) {
      findings.push({
        from,
        to,
        message: `The title says Day ${number}, but the file name says Day ${fileNameParts.number}.`,
      });
    }
    return withoutRiskyFixes(entry, findings);
  },
};
