import type { Element } from '../element.ts';

/** Replaces `[ ]` and `[x]` at the start of items by check boxes, as in GitHub's dialect. */
export function markTaskList(list: Element): void {
  let isTaskList = false;
  for (const item of list.children) {
    const [first] = item.children;
    if (first?.type !== 'paragraph' || first.source === undefined) continue;
    const match = BOX.exec(first.source);
    if (match !== null) {
      const checked = match[1] === ' ' ? '' : ' checked="checked"';
      const box = `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${checked} />`;
      first.source = box + first.source.slice(match[0].length);
      isTaskList = true;
    }
    if (isTaskList) item.attributes = new Map([['class', 'task-list-item']]);
  }
  if (isTaskList) list.attributes = new Map([['class', 'task-list']]);
}

const BOX = /^[ \t-\r]*\[([ xX])\][ \t-\r]+/;
