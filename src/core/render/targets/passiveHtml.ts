import { DEFAULT_ENGINE, dialectOf, type Engine } from '../../engines/engine.ts';

/**
 * Rendered HTML without what a page of ours cannot show, because nothing in it may act and no attribute may style: the checkboxes of tasks
 * become characters, and the alignment of table cells an attribute of its own.
 */
export function passiveHtml(html: string, engine: Engine = DEFAULT_ENGINE): string {
  if (dialectOf(engine) === 'commonmark' && !hasTasks(engine)) return html;
  let passive = html;
  if (passive.includes('<input')) passive = passive.replace(CHECKBOX, (box) => (/\schecked\b/.test(box) ? '☑ ' : '☐ '));
  if (passive.includes('text-align')) passive = passive.replace(ALIGNED_CELL, '<$1 align="$2"');
  return passive;
}

function hasTasks({ name, options }: Engine): boolean {
  return name === 'kramdown' || options.tasklist;
}

const CHECKBOX = /<input type="checkbox"[^<>]*> ?/g;
const ALIGNED_CELL = /<(t[dh]) style="text-align: ?(left|center|right);?"/g;
