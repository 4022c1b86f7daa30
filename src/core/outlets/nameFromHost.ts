/**
 * A decent name for an outlet of which nothing is known but its host: `Example Times` for `example-times.com`, `WRAL` for
 * `wral.com`, `Iowa Capital Dispatch` for `iowacapitaldispatch.com`. The writer may know a better one.
 */
export function nameFromHost(host: string): string {
  const labels = host.replace(/^www\d?\./, '').split('.');
  const own = labels.at(-1 - suffixLength(labels)) ?? host;
  const suffix = labels.at(-1) ?? '';
  const name = own
    .split(/[-_]+|(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/)
    .filter((part) => part !== '')
    .flatMap(wordsIn)
    .map((word, _, all) => (all.length === 1 ? alone(word, suffix) : inName(word)))
    .join(' ');
  if (name === '') return host;
  return suffix === 'gov' && name !== name.toUpperCase() ? `${name}.gov` : name;
}

/** How many labels at the end say only where the host is registered: one in `.com`, two in `.co.uk`. */
function suffixLength(labels: readonly string[]): number {
  if (labels.length < 2) return 0;
  const isTwo = labels.length > 2 && (labels.at(-1) ?? '').length === 2 && REGISTRIES.has(labels.at(-2) ?? '');
  return isTwo ? 2 : 1;
}

const REGISTRIES: ReadonlySet<string> = new Set('co com org net gov ac edu or ne gob gouv'.split(' '));

/** Words that names of outlets are made of, so that they can be found where a host runs them together. */
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

const KNOWN: ReadonlySet<string> = new Set(WORDS);
const LONGEST_WORD = Math.max(...WORDS.map(({ length }) => length));

/** The words that a label runs together: known ones are taken off either end, and what remains is one word. */
function wordsIn(label: string): string[] {
  const first: string[] = [];
  const last: string[] = [];
  let rest = label.slice(0, LONGEST_LABEL);
  for (let word = endOf(rest); word !== undefined; word = endOf(rest)) {
    last.unshift(word);
    rest = rest.slice(0, rest.length - word.length);
  }
  if (last.length === 0 && !KNOWN.has(rest) && !/^(?:the|new|daily|abc|nbc|cbs|fox)/.test(rest)) return [rest];
  for (let word = startOf(rest); word !== undefined; word = startOf(rest)) {
    first.push(word);
    rest = rest.slice(word.length);
  }
  return [...first, ...(rest === '' ? [] : [rest]), ...last];
}

/** As labels of hosts go. */
const LONGEST_LABEL = 63;

/** The longest known word at the end; what stands before it must be enough for a word. */
function endOf(text: string): string | undefined {
  for (let length = Math.min(LONGEST_WORD, text.length); length >= SHORTEST; length--) {
    if (text.length - length === 1 || text.length - length === 2) continue;
    const word = text.slice(text.length - length);
    if (KNOWN.has(word)) return word;
  }
  return undefined;
}

function startOf(text: string): string | undefined {
  for (let length = Math.min(LONGEST_WORD, text.length); length >= SHORTEST; length--) {
    if (text.length - length === 1 || text.length - length === 2) continue;
    const word = text.slice(0, length);
    if (KNOWN.has(word)) return word;
  }
  return undefined;
}

const SHORTEST = 3;

/** A name of one word: call letters and short forms are capitals, `WRAL`, `KFF`, `NOAA`. */
function alone(word: string, suffix: string): string {
  const isCall = word.length <= 4 && /^[wk]/.test(word) && /^(?:com|net|tv)$/.test(suffix);
  const isShort = word.length <= 4 && /^(?:org|edu|gov|mil|int)$/.test(suffix);
  return isCall || isShort ? word.toUpperCase() : inName(word);
}

function inName(word: string): string {
  const station = /^([wk][a-z]{2,3})tv$/.exec(word)?.[1];
  if (station !== undefined) return `${station.toUpperCase()}-TV`;
  if (CAPITALS.has(word) || (word.length <= 4 && !/[aeiouy\d]/.test(word))) return word.toUpperCase();
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

const CAPITALS: ReadonlySet<string> = new Set('abc espn usa'.split(' '));
