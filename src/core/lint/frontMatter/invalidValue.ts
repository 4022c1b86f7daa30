import type { Key } from '../../entry/entry.ts';
import { PROSE_KEYS } from '../../entry/knownKeys.ts';
import { isValidYaml, type YamlFault, yamlFaultIn } from '../../entry/yaml.ts';
import type { Finding, Fix } from '../rule.ts';
import { type MeantValue, meantValue } from './meantValue.ts';
import { singleQuoted } from './yamlScalar.ts';

/**
 * The finding for a key whose value is not valid YAML; `fault` has its offset in the text. A value on one line has a fix if it is certain
 * which text is meant, and suggestions if it is one of two.
 */
export function invalidValueFinding(text: string, key: Key, fault: YamlFault): Finding {
  const { name, nameSpan, value } = key;
  const raw = text.slice(value.from, value.to);
  const duplicate = fault.message.startsWith('duplicated mapping key') && duplicateNameAt(text, key, fault);
  if (duplicate) return duplicate;
  if (text.slice(nameSpan.to, value.from).includes('\n')) return faultInLines(text, key) ?? withReason(key, fault);
  if (!/[\r\n]/.test(raw)) return invalidLineFinding(text, key, fault);
  const meant = meantValue(raw, name);
  return meant ? { ...value, message: quoteMessage(meant.fault, name) } : withReason(key, fault);
}

function invalidLineFinding(text: string, key: Key, fault: YamlFault): Finding {
  const { name, value } = key;
  const raw = text.slice(value.from, value.to);
  // The mark that ends the value may be the first sign of the next line.
  const endsOnNextLine = /^[ \t]*\r?\n["']/.test(text.slice(key.to, key.to + 20));
  const correct: Correct = (title, newValue) => {
    const isValid = isValidYaml(`${name}: ${newValue}${text.slice(value.to, key.to)}`);
    return isValid && !endsOnNextLine ? { title, edits: [{ ...value, text: newValue }] } : undefined;
  };
  const meant = meantValue(raw, name);
  if (meant) {
    const message = quoteMessage(meant.fault, name);
    const fixes = meant.values.flatMap((newValue) => correct(quoteTitle(meant.fault, newValue), newValue) ?? []);
    const [fix] = fixes;
    return { ...value, message, ...(fix && (meant.isCertain ? { fix } : { suggestions: fixes })) };
  }
  const first = raw.charAt(0);
  if (first === '[' || first === '{') return invalidCollection(raw, key, fault, correct);
  const fix = correct('Put the value in quotes', singleQuoted(raw));
  if (first === '*' && fault.message.startsWith('unidentified alias')) {
    const message = `The alias "${raw}" refers to no value: text that starts with "*" needs quotes.`;
    const isText = PROSE_KEYS.has(name) && /\s|\*$/.test(raw);
    return { ...value, message, ...(fix && (isText ? { fix } : { suggestions: [fix] })) };
  }
  const isText = PROSE_KEYS.has(name) ? !'|>'.includes(first) : !'|>&!*-?'.includes(first);
  const message =
    first === '!'
      ? `YAML reads the "!" at the start of "${name}" as a tag: the value needs quotes.`
      : `The value of "${name}" is not valid YAML: it needs quotes.`;
  return { ...value, message, ...(fix && (isText ? { fix } : { suggestions: [fix] })) };
}

/** A correction of the value; undefined if it would not be valid. */
type Correct = (title: string, newValue: string) => Fix | undefined;

/** A list or mapping in brackets, or a text that starts with a bracket. */
function invalidCollection(raw: string, key: Key, fault: YamlFault, correct: Correct): Finding {
  const { name, value } = key;
  const close = raw.startsWith('[') ? ']' : '}';
  if (PROSE_KEYS.has(name) && raw.includes(close) && !raw.endsWith(close)) {
    const fix = correct('Put the value in quotes', singleQuoted(raw));
    return { ...value, message: `The value of "${name}" starts with a bracket: it needs quotes.`, ...(fix && { fix }) };
  }
  const doubled = raw.replace(QUOTED_ITEM, (item) => item.replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, "''"));
  const fix = doubled === raw ? undefined : correct('Double the apostrophe', doubled);
  if (!fix) return withReason(key, fault);
  return { ...value, message: quoteMessage('apostrophe', name), fix };
}

/** An item of a list in brackets that starts and ends with a single quotation mark. */
const QUOTED_ITEM = /(?<=[[{,:]\s{0,9})'[^\n]*?'(?=\s{0,9}[,\]}])/g;

/** The first line of a list or mapping whose own value is not valid. A value on several lines is not edited, so there is no fix. */
function faultInLines(text: string, key: Key): Finding | undefined {
  const { name, to, value } = key;
  for (let at = value.from; at < to; ) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 || lineEnd > to ? to : lineEnd;
    const [, before = '', written = ''] = LINE_WITH_VALUE.exec(text.slice(at, end)) ?? [];
    const fault = written === '' ? undefined : yamlFaultIn(`${name}: ${written}`);
    if (fault) {
      const from = at + before.length;
      const line = { ...key, from, to: from + written.length, value: { from, to: from + written.length } };
      const { fix: _fix, suggestions: _suggestions, ...finding } = invalidLineFinding(text, line, fault);
      return finding;
    }
    at = end + 1;
  }
  return undefined;
}

/** `  - a`, `  url: a`, `  - url: a`: what comes before the value, and the value. */
const LINE_WITH_VALUE = /^([ \t]*(?:- +)?(?:[\w-]+ *: +)?)([^\s|>].*?)\s*$/;

function withReason({ name, value }: Key, { message }: YamlFault): Finding {
  return { ...value, message: `The value of "${name}" is not valid YAML: ${message}.` };
}

/** `url` twice in the mapping `podcast`. */
function duplicateNameAt(text: string, key: Key, { offset: from }: YamlFault): Finding | undefined {
  const written = /^[\w-]+|^"[^"\n]*"|^'[^'\n]*'/.exec(text.slice(from, key.to))?.[0];
  if (written === undefined) return undefined;
  const name = written.replace(/^["']|["']$/g, '');
  return { from, to: from + written.length, message: `Duplicate key "${name}" in "${key.name}".` };
}

function quoteMessage(fault: MeantValue['fault'], name: string): string {
  switch (fault) {
    case 'apostrophe':
      return 'Apostrophe not doubled inside single quotes: the YAML is invalid.';
    case 'escape':
      return 'Unknown escape: a backslash needs single quotes.';
    case 'text':
      return `The value of "${name}" starts with a quotation mark that belongs to the text: it needs quotes around it.`;
    case 'mismatch':
      return `The quotation marks around the value of "${name}" do not match.`;
  }
}

function quoteTitle(fault: MeantValue['fault'], newValue: string): string {
  if (fault === 'apostrophe') return 'Double the apostrophe';
  return fault === 'text' ? 'Put the value in quotes' : `Change it to ${newValue}`;
}
