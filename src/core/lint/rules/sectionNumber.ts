import type { Edit } from '../../text/text.ts';
import { addAll, type Finding, type Fix, type Rule } from '../rule.ts';
import { type Counted, listsOf, numberOf } from '../sections/sectionLists.ts';

export const sectionNumber: Rule = {
  id: 'section-number',
  summary: 'Sections are numbered 1, 2, 3 and so on.',
  why: 'Sections are moved, joined and dropped until the last minute. Readers and later entries refer to them by number.',
  severity: { draft: 'warning', published: 'warning' },
  bad:
    '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n' +
    '⟦3/⟧ **The council met**. It sat until dawn. ([KXYZ](https://kxyz.example/b))',
  good:
    '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n' +
    '2/ **The council met**. It sat until dawn. ([KXYZ](https://kxyz.example/b))',
  check(entry) {
    const findings: Finding[] = [];
    for (const list of listsOf(entry)) addAll(findings, faultsIn(entry.text, list));
    return findings;
  },
};

function* faultsIn(text: string, labels: readonly Counted[]): Generator<Finding> {
  let last = 0;
  let open = 0; // how many there are since the last number that have none yet, or no more
  let fix: Fix | undefined;
  for (const label of labels) {
    const { kind, from, to } = label;
    if (kind === 'placeholder' || kind === 'struck') {
      open++;
      continue;
    }
    const number = numberOf(text, label);
    if (number !== last + 1 && number !== last + open + 1) {
      fix ??= renumbering(text, labels);
      yield { from, to, message: messageFor(number, last), ...(fix && { fix }) };
    }
    last = number;
    open = 0;
  }
}

function messageFor(number: number, last: number): string {
  if (last === 0) return `The first section is numbered ${number}.`;
  return number === last ? `Section ${number} stands here twice.` : `Section ${number} follows section ${last}.`;
}

/** All of the list at once; where labels have no number yet, or no more, it is not known which number belongs to whom. */
function renumbering(text: string, labels: readonly Counted[]): Fix | undefined {
  if (labels.some(({ kind }) => kind !== 'number' && kind !== 'listed')) return undefined;
  const edits: Edit[] = [];
  for (const [index, { name }] of labels.entries()) {
    const number = `${index + 1}`;
    if (text.slice(name.from, name.to) !== number) edits.push({ ...name, text: number });
  }
  return { title: 'Renumber the sections', edits };
}
