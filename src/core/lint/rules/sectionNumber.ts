import type { Edit } from '../../text/text.ts';
import { addFindings, type Finding, type Fix, type Rule } from '../rule.ts';
import { type CountedLabel, numberOf, sectionListsIn } from '../sections/sectionLists.ts';

export const sectionNumber: Rule = {
  id: 'section-number',
  summary: 'Sections are numbered 1, 2, 3 and so on.',
  why: 'Sections are moved, merged and dropped until the last minute. Readers and later entries refer to them by number.',
  severity: { draft: 'warning', published: 'warning' },
  bad:
    '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n' +
    '⟦3/⟧ **The council met**. It sat until dawn. ([KXYZ](https://kxyz.example/b))',
  good:
    '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n' +
    '2/ **The council met**. It sat until dawn. ([KXYZ](https://kxyz.example/b))',
  check(entry) {
    const findings: Finding[] = [];
    for (const list of sectionListsIn(entry)) addFindings(findings, faultsIn(entry.text, list));
    return findings;
  },
};

function faultsIn(text: string, labels: readonly CountedLabel[]): readonly Finding[] {
  const findings: Finding[] = [];
  let last = 0;
  let unnumbered = 0; // labels since the last number that are placeholders or struck out
  let correction: Pick<Finding, 'fix' | 'suggestions'> | undefined;
  for (const label of labels) {
    const { kind, from, to } = label;
    if (kind === 'placeholder' || kind === 'struck') {
      unnumbered++;
      continue;
    }
    const number = numberOf(text, label);
    if (number !== last + 1 && number !== last + unnumbered + 1) {
      correction ??= correctionOf(text, labels);
      findings.push({ from, to, message: describeFault(number, last), ...correction });
    }
    last = number;
    unnumbered = 0;
  }
  return findings;
}

/** Renumbers the list, for all its findings: as a fix if it is certain that all numbers are labels. */
function correctionOf(text: string, labels: readonly CountedLabel[]): Pick<Finding, 'fix' | 'suggestions'> {
  const renumber = renumbering(text, labels);
  if (!renumber) return {};
  const isCertain = labels.every((label, index) => isPlain(text, labels, label, index));
  return isCertain ? { fix: renumber } : { suggestions: [renumber] };
}

/** Whether it is certain that the number is a label: a headline follows it, or it is the successor or predecessor of a neighbour. */
function isPlain(text: string, labels: readonly CountedLabel[], label: CountedLabel, index: number): boolean {
  if (/^[ \u00a0]?\*\*/.test(text.slice(label.to, label.to + 3))) return true;
  const number = numberOf(text, label);
  const [previous, next] = [labels[index - 1], labels[index + 1]];
  return (
    (previous && numberOf(text, previous) === number - 1) || (next && numberOf(text, next) === number + 1) || false
  );
}

function describeFault(number: number, last: number): string {
  if (last === 0) return `The first section is numbered ${number}: expected 1.`;
  return number === last ? `Duplicate section number ${number}.` : `Section ${number} follows section ${last}.`;
}

/** Renumbers the whole list; undefined if some labels are placeholders or struck out, since their numbers are unknown. */
function renumbering(text: string, labels: readonly CountedLabel[]): Fix | undefined {
  if (labels.some(({ kind }) => kind !== 'number' && kind !== 'listed')) return undefined;
  const edits: Edit[] = [];
  for (const [index, { name }] of labels.entries()) {
    const number = `${index + 1}`;
    if (text.slice(name.from, name.to) !== number) edits.push({ ...name, text: number });
  }
  return { title: 'Renumber the sections', edits };
}
