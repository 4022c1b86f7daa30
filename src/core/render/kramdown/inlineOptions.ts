import type { KramdownOptions } from '../../engines/kramdownOptions.ts';
import type { Attributes } from './attributes.ts';

/** Options with those that `{::options key="value" /}` sets. Unknown ones are ignored. */
export function withOptions(options: KramdownOptions, attributes: Attributes): KramdownOptions {
  let changed = options;
  for (const [key, value] of attributes) {
    const read = READERS[key];
    if (read !== undefined) changed = { ...changed, ...read(value.trim()) };
  }
  return changed;
}

const isTrue = (value: string): boolean => value !== 'false' && value !== 'no' && value !== '0';

const integer = (value: string): number => Number.parseInt(value, 10) || 0;

/** Sets a number, unless the value is none. */
function setInteger(key: 'footnoteNr' | 'headerOffset', value: string): Partial<KramdownOptions> {
  return /^[+-]?\d+$/.test(value) ? { [key]: integer(value) } : {};
}

const READERS: Readonly<Record<string, (value: string) => Partial<KramdownOptions>>> = {
  auto_ids: (value) => ({ autoIds: isTrue(value) }),
  auto_id_prefix: (value) => ({ autoIdPrefix: value }),
  auto_id_stripping: (value) => ({ autoIdStripping: isTrue(value) }),
  footnote_nr: (value) => setInteger('footnoteNr', value),
  footnote_prefix: (value) => ({ footnotePrefix: value }),
  footnote_backlink: (value) => ({ footnoteBacklink: value }),
  footnote_backlink_inline: (value) => ({ footnoteBacklinkInline: isTrue(value) }),
  header_offset: (value) => setInteger('headerOffset', value),
  parse_block_html: (value) => ({ parseBlockHtml: isTrue(value) }),
  parse_span_html: (value) => ({ parseSpanHtml: isTrue(value) }),
  remove_line_breaks_for_cjk: (value) => ({ removeLineBreaksForCjk: isTrue(value) }),
  toc_levels: (value) => ({ tocLevels: levelsIn(value) }),
};

/** Reads `1,2` or `1..3`. */
function levelsIn(value: string): number[] {
  const range = /^(\d)\.\.(\d)$/.exec(value);
  if (range === null) return value.split(',').map(integer);
  const [first, last] = [integer(range[1] ?? ''), integer(range[2] ?? '')];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
