import type { Entry } from '../../entry/entry.ts';
import { type CountedLabel, sectionListsIn } from '../../lint/sections/sectionLists.ts';
import type { Edit } from '../../text/text.ts';

/**
 * The edits that number the sections of an entry 1, 2, 3 in order, including those without a number yet (`TK/`). A list that clearly
 * starts over is numbered from 1 again. A struck-through section keeps its number, and counts if the section after it counts it.
 */
export function numberSections(entry: Entry): Edit[] {
  return sectionListsIn(entry).flatMap((list) => numberList(entry.text, list));
}

function numberList(text: string, labels: readonly CountedLabel[]): Edit[] {
  const edits: Edit[] = [];
  let last = 0;
  for (const [index, { kind, name }] of labels.entries()) {
    const written = text.slice(name.from, name.to);
    if (kind === 'struck') {
      if (Number(written) === last + 1 && nextNumber(text, labels, index) !== last + 1) last++;
      continue;
    }
    last++;
    if (written !== `${last}`) edits.push({ ...name, text: `${last}` });
  }
  return edits;
}

/** The number of the first label after `index` that has a number. */
function nextNumber(text: string, labels: readonly CountedLabel[], index: number): number | undefined {
  for (let next = index + 1; next < labels.length; next++) {
    const label = labels[next];
    if (label?.kind === 'number') return Number(text.slice(label.name.from, label.name.to));
  }
  return undefined;
}
