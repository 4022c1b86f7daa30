/**
 * Guesses the name of an outlet from its host: `Example Times` from `example-times.com`, `WRAL` from `wral.com`, `Iowa Capital Dispatch`
 * from `iowacapitaldispatch.com`.
 */
export function nameFromHost(host: string): string {
  const labels = host.replace(/^www\d?\./, '').split('.');
  const nameLabel = labels.at(-1 - suffixLength(labels)) ?? host;
  const suffix = labels.at(-1) ?? '';
  const name = nameLabel
    .split(/[-_]+|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/)
    .filter((part) => part !== '')
    .flatMap(splitWords)
    .map((word, _, all) => (all.length === 1 ? singleWordName(word, suffix) : capitalized(word)))
    .join(' ');
  if (name === '') return host;
  return suffix === 'gov' && name !== name.toUpperCase() ? `${name}.gov` : name;
}

/** The number of labels in a host's public suffix: one in `.com`, two in `.co.uk`. */
function suffixLength(labels: readonly string[]): number {
  if (labels.length < 2) return 0;
  const hasTwo =
    labels.length > 2 && (labels.at(-1) ?? '').length === 2 && SECOND_LEVEL_SUFFIXES.has(labels.at(-2) ?? '');
  return hasTwo ? 2 : 1;
}

const SECOND_LEVEL_SUFFIXES: ReadonlySet<string> = new Set('co com org net gov ac edu or ne gob gouv'.split(' '));

/** Words that are frequent in outlet names, to find them in hosts without separators. */
const WORDS = (
  'advance advertiser advocate american atlantic banner beacon bee blade breaking bulletin business capital center chronicle ' +
  'citizen city climate college commercial commonwealth county courier crisis daily democracy democrat desk digest dispatch ' +
  'domain eagle economic election energy enterprise evening examiner express fact film forum foundation free gazette global ' +
  'globe green guardian health herald higher house independent inquirer insider insights institute intelligence international ' +
  'journal justice lab law leader ledger legal local magazine mail maine media mercury metro mirror monitor monthly ' +
  'morning national news newspaper newsroom nation newswire north northern observer online pilot planet policy political ' +
  'politics poll polling post press project public radio reader record recorder reflector reformer register report reporter reports ' +
  'republic republican research review sentinel signal south southern spotlight standard star state statesman states street ' +
  'sun telegraph times today tracker tribune truth union university voice watch water weekly west world ' +
  'alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida georgia hawaii idaho ' +
  'illinois indiana iowa kansas kentucky louisiana maryland massachusetts michigan minnesota mississippi missouri montana ' +
  'nebraska nevada hampshire jersey mexico ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia ' +
  'washington wisconsin wyoming new york boston chicago dallas denver detroit houston miami orlando phoenix seattle ' +
  'abc cbs cnn espn fox nbc npr pbs usa the'
).split(' ');

const KNOWN_WORDS: ReadonlySet<string> = new Set(WORDS);
const MAX_WORD_CHARS = Math.max(...WORDS.map(({ length }) => length));

/** Splits a label into words: known words are removed from its end and its start, and the rest is one word. */
function splitWords(label: string): string[] {
  const firstWords: string[] = [];
  const lastWords: string[] = [];
  let rest = label.slice(0, MAX_LABEL_CHARS);
  for (let word = lastWord(rest); word !== undefined; word = lastWord(rest)) {
    lastWords.unshift(word);
    rest = rest.slice(0, rest.length - word.length);
  }
  if (lastWords.length === 0 && !KNOWN_WORDS.has(rest) && !/^(?:the|new|daily|abc|nbc|cbs|fox)/.test(rest))
    return [rest];
  for (let word = firstWord(rest); word !== undefined; word = firstWord(rest)) {
    firstWords.push(word);
    rest = rest.slice(word.length);
  }
  return [...firstWords, ...(rest === '' ? [] : [rest]), ...lastWords];
}

/** The limit for a label in the domain name system. */
const MAX_LABEL_CHARS = 63;

/** The longest known word at the end of the text, unless only one or two characters would remain before it. */
function lastWord(text: string): string | undefined {
  for (let length = Math.min(MAX_WORD_CHARS, text.length); length >= MIN_WORD_CHARS; length--) {
    if (text.length - length === 1 || text.length - length === 2) continue;
    const word = text.slice(text.length - length);
    if (KNOWN_WORDS.has(word)) return word;
  }
  return undefined;
}

/** The longest known word at the start of the text, unless only one or two characters would remain after it. */
function firstWord(text: string): string | undefined {
  for (let length = Math.min(MAX_WORD_CHARS, text.length); length >= MIN_WORD_CHARS; length--) {
    if (text.length - length === 1 || text.length - length === 2) continue;
    const word = text.slice(0, length);
    if (KNOWN_WORDS.has(word)) return word;
  }
  return undefined;
}

const MIN_WORD_CHARS = 3;

/** A name of a single word. Call signs and abbreviations are in capitals: `WRAL`, `KFF`, `NOAA`. */
function singleWordName(word: string, suffix: string): string {
  const isCallSign = word.length <= 4 && /^[wk]/.test(word) && /^(?:com|net|tv)$/.test(suffix);
  const isAbbreviation = word.length <= 4 && /^(?:org|edu|gov|mil|int)$/.test(suffix);
  return isCallSign || isAbbreviation ? word.toUpperCase() : capitalized(word);
}

function capitalized(word: string): string {
  const station = /^([wk][a-z]{2,3})tv$/.exec(word)?.[1];
  if (station !== undefined) return `${station.toUpperCase()}-TV`;
  if (ALL_CAPITALS.has(word) || (word.length <= 4 && !/[aeiouy\d]/.test(word))) return word.toUpperCase();
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const ALL_CAPITALS: ReadonlySet<string> = new Set('abc espn usa'.split(' '));
