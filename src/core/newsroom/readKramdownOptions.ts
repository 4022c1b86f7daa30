import { JEKYLL_KRAMDOWN, type KramdownOptions } from '../engines/kramdownOptions.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** Reads the value of `kramdown:` in a `_config.yml`. An option without a usable value keeps the one that Jekyll gives it. */
export function readKramdownOptions(section: unknown): KramdownOptions {
  const values = mappingIn(section) ?? {};
  const text = (key: string, fallback: string) => (typeof values[key] === 'string' ? values[key] : fallback);
  const defaults = JEKYLL_KRAMDOWN;
  return {
    input: /^gfm$/i.test(text('input', defaults.input)) ? 'GFM' : 'kramdown',
    hardWrap: flagIn(values['hard_wrap'], defaults.hardWrap),
    gfmQuirks: namesIn(values['gfm_quirks']) ?? defaults.gfmQuirks,
    autoIds: flagIn(values['auto_ids'], defaults.autoIds),
    autoIdPrefix: text('auto_id_prefix', defaults.autoIdPrefix),
    autoIdStripping: flagIn(values['auto_id_stripping'], defaults.autoIdStripping),
    smartQuotes: quotesIn(values['smart_quotes']) ?? defaults.smartQuotes,
    typographicSymbols: textsIn(values['typographic_symbols']),
    footnoteNr: integerIn(values['footnote_nr']) ?? defaults.footnoteNr,
    footnotePrefix: text('footnote_prefix', defaults.footnotePrefix),
    footnoteBacklink: text('footnote_backlink', defaults.footnoteBacklink),
    footnoteBacklinkInline: flagIn(values['footnote_backlink_inline'], defaults.footnoteBacklinkInline),
    headerOffset: integerIn(values['header_offset']) ?? defaults.headerOffset,
    tocLevels: levelsIn(values['toc_levels']) ?? defaults.tocLevels,
    parseBlockHtml: flagIn(values['parse_block_html'], defaults.parseBlockHtml),
    parseSpanHtml: flagIn(values['parse_span_html'], defaults.parseSpanHtml),
    removeLineBreaksForCjk: flagIn(values['remove_line_breaks_for_cjk'], defaults.removeLineBreaksForCjk),
    linkDefinitions: linkDefinitionsIn(values['link_defs']),
  };
}

function flagIn(value: unknown, fallback: boolean): boolean {
  const flag = String(value);
  return flag === 'true' || (flag !== 'false' && fallback);
}

function integerIn(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A list, or a text with commas. */
function namesIn(value: unknown): string[] | undefined {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.split(',').map((name) => name.trim()) : undefined;
}

/** Four names or numbers of characters: `apos,apos,quot,quot`, `[39, 39, 34, 34]`. */
function quotesIn(value: unknown): KramdownOptions['smartQuotes'] | undefined {
  const quotes = namesIn(value)?.map((name) => QUOTES[name] ?? characterOf(name));
  const [leftSingle, rightSingle, leftDouble, rightDouble] = quotes ?? [];
  if (!leftSingle || !rightSingle || !leftDouble || !rightDouble) return undefined;
  return [leftSingle, rightSingle, leftDouble, rightDouble];
}

/** The names of quotes and apostrophes in HTML. */
const QUOTES: Readonly<Record<string, string>> = {
  apos: "'",
  bdquo: '„',
  laquo: '«',
  ldquo: '“',
  lsaquo: '‹',
  lsquo: '‘',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsaquo: '›',
  rsquo: '’',
  sbquo: '‚',
};

function characterOf(number: string): string | undefined {
  const code = Number(number);
  return code > 0 && code <= 0xffff && Number.isInteger(code) ? String.fromCharCode(code) : undefined;
}

/** `1..3`, `1,2,3` or a list. */
function levelsIn(value: unknown): number[] | undefined {
  const [, first, last] = /^(\d)\.\.(\d)$/.exec(String(value)) ?? [];
  if (first === undefined) return namesIn(value)?.flatMap((level) => integerIn(level) ?? []);
  const from = Number(first);
  return Array.from({ length: Math.max(0, Number(last) - from + 1) }, (_, index) => from + index);
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mappingIn(value) ?? {}).map(([name, text]) => [name, String(text)]));
}

/** Lists of an address and perhaps a title, by their labels. */
function linkDefinitionsIn(value: unknown): KramdownOptions['linkDefinitions'] {
  const definitions = Object.entries(mappingIn(value) ?? {}).flatMap(([label, target]) => {
    const [url, title] = Array.isArray(target) ? target : [];
    if (typeof url !== 'string') return [];
    return [[label, typeof title === 'string' ? { url, title } : { url }] as const];
  });
  return Object.fromEntries(definitions);
}

function mappingIn(value: unknown): Mapping | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : undefined;
}
