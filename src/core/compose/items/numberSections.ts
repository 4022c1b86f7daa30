import type { Entry } from '../../entry/entry.ts';
import { type Counted, listsOf } from '../../lint/sections/sectionLists.ts';
import type { Edit } from '../../text/text.ts';

/**
 * The edits that number the sections of an entry 1, 2, 3 in their order, those without a number yet (`TK/`) included. A list
 * that plainly begins anew is numbered from 1 again. A section that was struck keeps its number, and counts where the one behind
 * it counted on from it.
 */
export function numberSections(entry: Entry): Edit[] {
  return listsOf(entry).flatMap((list) => numberList(entry.text, list));
}

function numberList(text: string, labels: readonly Counted[]): Edit[] {
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

/** The number of the first label behind one that has a number. */
function nextNumber(text: string, labels: readonly Counted[], index: number): number | undefined {
  const next = labels.slice(index + 1).find(({ kind }) => kind === 'number');
  return next && Number(text.slice(next.name.from, next.name.to));
}
