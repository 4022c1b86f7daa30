import { numberInFileName, parseFileName } from '../../entry/fileName.ts';
import { brokenSequence } from '../frontMatter/brokenSequence.ts';
import { withoutRiskyFixes } from '../frontMatter/keepsOtherValues.ts';
import { nameOf, padded } from '../frontMatter/nameOf.ts';
import { dateIn, possibleDatesIn, titleNumberIn } from '../frontMatter/titleAndDate.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

export const dayNumber: Rule = {
  id: 'day-number',
  summary:
    'The number in the title belongs to the date or follows the number before, as the log counts, and the file name has the same number.',
  why: 'The day is that of the time zone of the site. Days without an entry count too, so "last number plus one" is wrong after every weekend off; eight entries in a row were once published with the wrong number. A draft may be numbered for the day after its date.',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [
    {
      severity: 'warning',
      when: 'if each entry counts one more, and the number does not follow that of the entry before',
    },
  ],
  bad: '---\ntitle: Day ⟦13⟧\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n',
  check(entry, context) {
    const { stage, fileName, title, dayNumber: numberOf } = context;
    const findings: Finding[] = [];
    const titleNumber = titleNumberIn(entry, title);
    if (!titleNumber) return findings;
    const { from, to, digits } = titleNumber;
    const number = Number(digits);
    const fileNumber = numberInFileName(fileName, title);
    const date = dateIn(entry, context);
    const expected = date === undefined ? undefined : numberOf(date);
    const isPlausible =
      expected === undefined ||
      number === expected ||
      number === numberOfFileDate(context) ||
      (stage === 'draft' && number === expected + 1) ||
      possibleDatesIn(entry, context).some((possibleDate) => number === numberOf(possibleDate));
    if (!isPlausible) {
      findings.push({
        from,
        to,
        message: `${date} is ${nameOf(expected, title)}, not ${nameOf(number, title)}.`,
        fix: { title: `Change the number to ${expected}`, edits: [{ from, to, text: padded(expected, title) }] },
      });
    } else if (fileNumber !== undefined && fileNumber !== number) {
      const message = `The title says ${nameOf(number, title)}, but the file name says ${nameOf(fileNumber, title)}.`;
      findings.push({ from, to, message });
    } else if (date !== undefined) {
      const finding = brokenSequence(titleNumber, date, context);
      if (finding) findings.push(finding);
    }
    return withoutRiskyFixes(entry, findings);
  },
};

/** The number that belongs to the date in the name of the file. */
function numberOfFileDate({ fileName, dayNumber: numberOf }: RuleContext): number | undefined {
  const { date } = parseFileName(fileName);
  return date === undefined ? undefined : numberOf(date);
}
