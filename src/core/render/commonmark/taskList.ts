import type { Token } from 'markdown-it';

/** Takes the `[ ]` or `[x]` from the beginning of a list item's text, and makes the item a task. */
export function readTaskMarker(item: Token, inline: Token): void {
  const [marker, state] = TASK_MARKER.exec(inline.content) ?? [];
  if (marker === undefined) return;
  inline.content = inline.content.slice(marker.length);
  item.meta = { isDone: state !== ' ' };
}

/** The checkbox of a list item that is a task, as commonmarker writes it. */
export function checkboxOf({ meta }: Token): string {
  if (typeof meta?.['isDone'] !== 'boolean') return '';
  return `<input type="checkbox" ${meta['isDone'] ? 'checked="" ' : ''}disabled="" /> `;
}

const TASK_MARKER = /^\[([ xX])\](?:[ \t\n]+|$)/;
