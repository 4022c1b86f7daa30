import { PROSE_KEYS } from '../../entry/knownKeys.ts';
import { singleQuoted } from './yamlScalar.ts';

/** What is wrong with the quotation marks of a value, and the values that the writer may have meant, as YAML. */
export interface MeantValue {
  /**
   * `apostrophe`: one inside single quotes is not doubled; `escape`: a backslash in double quotes; `text`: the marks belong to the text and
   * the value has no quotes; `mismatch`: the marks at the two ends do not match.
   */
  readonly fault: 'apostrophe' | 'escape' | 'text' | 'mismatch';
  /** The likeliest first. */
  readonly values: readonly string[];
  /** Whether there is no doubt about the first. */
  readonly isCertain: boolean;
}

/**
 * Reads a value on one line that starts with a quotation mark, perhaps after a stray character, and is not valid YAML; undefined for any
 * other value. Certain is what keeps every sign that can belong to the text.
 */
export function meantValue(raw: string, name: string): MeantValue | undefined {
  if (raw.length > MAX_VALUE_CHARS) return undefined;
  const [, stray = '', before = '', content = '', after = ''] = QUOTED_VALUE.exec(raw) ?? [];
  if (before === '') return undefined;
  const whole = singleQuoted(raw);
  const isProse = (PROSE_KEYS.has(name) || /\s/.test(raw)) && !(name === 'title' && DAY.test(content));
  if (stray !== '' && isBalanced(before, after)) {
    return { fault: 'mismatch', values: [raw.slice(stray.length)], isCertain: true };
  }
  const unescaped = before.startsWith("'") || after.endsWith("'") ? content.replaceAll("''", "'") : content;
  const isInSingleQuotes = before === "'" && after.startsWith("'");
  if (!isProse && !isInSingleQuotes)
    return { fault: 'mismatch', values: [singleQuoted(unescaped)], isCertain: !/["']/.test(unescaped) };
  const isQuotation = before.includes('"') && after.includes('"') && !content.includes('"');
  if (isQuotation && (stray !== '' || before.length > 1 || after.length > 1) && !isBalancedInside(before, after)) {
    return { fault: 'mismatch', values: [singleQuoted(`"${unescaped}"`)], isCertain: true };
  }
  return before.startsWith("'") ? meantInSingleQuotes(raw, whole) : meantInDoubleQuotes(raw, whole);
}

/** Longer values are not quotes, and searching for their last quotation mark would be slow. */
const MAX_VALUE_CHARS = 2000;

const DAY = /^day\s*\d+$/i;

/** A stray character, the opening quotation marks, the content, and the closing quotation marks. */
const QUOTED_VALUE = /^([^\p{L}\p{N}\s"'“‘/([{]?)(?=["'])(["']+)(.*?)(["']*)$/su;

function isBalanced(before: string, after: string): boolean {
  return [...before].reverse().join('') === after;
}

/** `'"…"'`: quotes of YAML around those of the text. What is wrong is then between them. */
function isBalancedInside(before: string, after: string): boolean {
  return before.startsWith("'") && isBalanced(before, after);
}

function meantInSingleQuotes(raw: string, whole: string): MeantValue {
  const hasClosing = raw.length > 2 && raw.endsWith("'");
  const inside = raw.slice(1, hasClosing ? -1 : undefined).replaceAll("''", "'");
  const hasInnerClosing = CLOSING_SINGLE.test(inside);
  const hasInnerOpening = OPENING_SINGLE.test(inside);
  if (hasClosing && !hasInnerOpening) return { fault: 'apostrophe', values: [singleQuoted(inside)], isCertain: true };
  // 'It was late,' he said, 'too late.'
  if (hasClosing && hasInnerClosing)
    return { fault: 'text', values: [whole], isCertain: isFirst(inside, CLOSING_SINGLE, OPENING_SINGLE) };
  if (hasClosing) return { fault: 'mismatch', values: [singleQuoted(inside), whole], isCertain: false };
  // '80s are back. 'It was late,' he said.
  if (ELISION.test(raw) || hasInnerClosing) return { fault: 'text', values: [whole], isCertain: true };
  return { fault: 'mismatch', values: [singleQuoted(inside), whole], isCertain: false };
}

/** A single quotation mark that opens a word, and one that closes it: neither is an apostrophe within a word. */
const OPENING_SINGLE = /(?<=^|[\s(“"])'(?=[\p{L}\p{N}])/u;
const CLOSING_SINGLE = /(?<=[\p{L}\p{N}.,!?;:…])'(?=$|[\s).,;:!?”"])/u;

/** A word without its beginning: `'80s`, `'Tis`. */
const ELISION = /^'(?:\d|(?:tis|twas|twere|twill|til|till|em|cause|cuz|bout|round|neath|n|nuff|kay|sup|tude)\b)/i;

function isFirst(text: string, first: RegExp, second: RegExp): boolean {
  return text.search(first) < text.search(second);
}

function meantInDoubleQuotes(raw: string, whole: string): MeantValue {
  const hasClosing = raw.length > 2 && raw.endsWith('"') && !raw.endsWith('\\"');
  const inside = raw.slice(1, hasClosing ? -1 : undefined);
  const marks = inside.match(UNESCAPED_DOUBLE)?.length ?? 0;
  const unescaped = singleQuoted(inside.replaceAll('\\"', '"'));
  if (hasClosing && marks === 0) return { fault: 'escape', values: [unescaped], isCertain: !/\\[nrtux]/.test(inside) };
  const startsByClosing = !/^[^"]*(?:^|[\s(])"(?=\S)/.test(inside);
  // "It was late," he said. "Too late."
  if (marks > 0 && startsByClosing && marks % 2 === (hasClosing ? 0 : 1)) {
    return { fault: 'text', values: [whole], isCertain: !inside.includes('\\') };
  }
  const withClosing = hasClosing ? whole : singleQuoted(`${raw}"`);
  const values = hasClosing || marks % 2 === 0 ? [unescaped, withClosing] : [withClosing];
  return { fault: 'mismatch', values, isCertain: false };
}

const UNESCAPED_DOUBLE = /(?<!\\)"/g;
