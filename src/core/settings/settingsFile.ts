import { getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isDate } from '../dates/calendar.ts';
import { isTimeZone } from '../dates/timeZone.ts';
import { closestMatch } from '../text/closestMatch.ts';
import type { Span } from '../text/text.ts';
import { type JsonType, type Schema, settingsSchema } from './schema.ts';

export { NEWSROOM_FILE } from '../files/folders.ts';

/** Something in a settings file that does not count. A name that means nothing is a `warning`: another version may know it. */
interface SettingsFault extends Span {
  readonly severity: 'error' | 'warning';
  /** One sentence. */
  readonly message: string;
}

/** What a settings file says, by the settings' names, and what is wrong in it, in the order of the text. */
export interface SettingsFile {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly SettingsFault[];
}

/** Reads a newsroom's `daybook.json`. Comments, and commas behind the last one, are welcome. */
export function readNewsroomFile(text: string): SettingsFile {
  const { root, errors } = parse(text);
  const [broken] = errors;
  if (broken) return { values: {}, faults: [syntaxFault(broken, text)] };
  if (root?.type !== 'object') return { values: {}, faults: [noObject(root, text)] };
  return settingsIn(root, (name) => (name === '$schema' ? undefined : name));
}

/**
 * Reads what an editor's `settings.json` says of Daybook: `daybook.rules` and so on. As in the editor, what is broken in the file
 * does not count, and the rest does; where it breaks is told.
 */
export function readEditorFile(text: string): SettingsFile {
  if (text.trim() === '') return { values: {}, faults: [] };
  const { root, errors } = parse(text);
  const broken = errors.slice(0, 1).map((error) => {
    const { message, ...place } = syntaxFault(error, text);
    return { ...place, message: `${message} What stands behind may not count.`, severity: 'warning' as const };
  });
  if (root?.type !== 'object') return { values: {}, faults: broken.length > 0 ? broken : [noObject(root, text)] };
  const prefix = 'daybook.';
  const { values, faults } = settingsIn(root, (name) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : undefined,
  );
  return { values, faults: [...faults, ...broken].sort((a, b) => a.from - b.from) };
}

function parse(text: string): { readonly root: Node | undefined; readonly errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  return { root, errors };
}

function syntaxFault({ error, offset, length }: ParseError, text: string): SettingsFault {
  const from = Math.min(offset, text.length);
  const to = Math.min(from + Math.max(1, length), text.length);
  return { from, to, severity: 'error', message: SYNTAX[error] ?? 'This is not JSON.' };
}

function noObject(root: Node | undefined, text: string): SettingsFault {
  const place = root ? spanOf(root) : { from: 0, to: text.length };
  return { ...place, severity: 'error', message: 'Settings stand in { … }.' };
}

/** What the parser's numbers for errors mean. */
const SYNTAX: Readonly<Record<number, string>> = {
  1: 'This is not JSON: text stands in double quotes.',
  2: 'This is no number.',
  3: 'A name in double quotes is missing here.',
  4: 'A value is missing here.',
  5: 'A colon is missing here.',
  6: 'A comma is missing here.',
  7: 'A closing brace is missing here.',
  8: 'A closing bracket is missing here.',
  9: 'Nothing may stand behind the closing brace.',
  11: 'This comment does not end.',
  12: 'The closing double quote is missing.',
  13: 'This number does not end.',
  14: 'There is no such Unicode escape.',
  15: 'There is no such escape.',
  16: 'A control character stands in this text.',
};

/** The settings among the properties of a file. `nameOf` gives a property's name as a setting; undefined where it is none. */
function settingsIn(root: Node, nameOf: (property: string) => string | undefined): SettingsFile {
  const known = settingsSchema();
  const values: Record<string, unknown> = {};
  const rules: Record<string, unknown> = {};
  const faults: SettingsFault[] = [];
  for (const { key, property, value } of propertiesOf(root)) {
    const called = nameOf(property);
    if (called === undefined) continue;
    const name = called === 'outlets.ignore' ? 'ignoredOutlets' : called; // the editor could not tell it from a part of `outlets`
    // `"rules.date": "off"` is short for `"rules": { "date": "off" }`.
    const rule = name.startsWith('rules.') ? name.slice('rules.'.length) : undefined;
    const schema = rule === undefined ? own(known, name) : own(known['rules']?.properties ?? {}, rule);
    if (!schema) {
      const words = rule === undefined ? Object.keys(known) : Object.keys(known['rules']?.properties ?? {});
      faults.push(unknown(key, name, rule ?? name, words));
      continue;
    }
    if (schema.scope === 'application') {
      const message = `\`${name}\` is each writer's own: it counts in their settings alone.`;
      faults.push({ ...spanOf(key), severity: 'warning', message });
      continue;
    }
    faults.push(...faultsIn(value, schema, name));
    if (rule === undefined) values[name] = getNodeValue(value);
    else rules[rule] = getNodeValue(value);
  }
  if (Object.keys(rules).length > 0) values['rules'] = { ...asObject(values['rules']), ...rules };
  return { values, faults };
}

interface Property {
  readonly key: Node;
  readonly property: string;
  readonly value: Node;
}

function* propertiesOf(object: Node): Generator<Property> {
  for (const { children } of object.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value && typeof key.value === 'string') yield { key, property: key.value, value };
  }
}

function* faultsIn(node: Node, schema: Schema, name: string): Generator<SettingsFault> {
  const wrong = (message: string): SettingsFault => ({ ...spanOf(node), severity: 'error', message });
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isOf(node, type))) {
    yield wrong(`\`${name}\` has to be ${types.map((type) => TYPES[type]).join(' or ')}.`);
  } else if (schema.enum && !schema.enum.includes(node.value)) {
    yield wrong(`\`${name}\` can be ${schema.enum.join(', ')}.`);
  } else if (schema.format === 'date' && !isDate(String(node.value))) {
    yield wrong(`\`${name}\` has to be a date, as YYYY-MM-DD.`);
  } else if (schema.format === 'time-zone' && typeof node.value === 'string' && !isZoneOrNone(node.value.trim())) {
    const message = `There is no time zone \`${node.value}\`: \`${name}\` is a name such as ${EXAMPLE_ZONE}.`;
    yield { ...spanOf(node), severity: 'warning', message };
  } else if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(node.value))) {
    yield wrong(
      schema.patternErrorMessage ??
        `\`${name}\` has to have a form such as ${JSON.stringify(schema.examples?.[0] ?? schema.default)}.`,
    );
  } else if (node.type === 'array') {
    for (const [index, item] of (node.children ?? []).entries()) {
      if (schema.items) yield* faultsIn(item, schema.items, `${name}[${index}]`);
    }
  } else if (node.type === 'object') {
    yield* faultsInObject(node, schema, name);
  }
}

function isZoneOrNone(name: string): boolean {
  return name === '' || isTimeZone(name);
}

const EXAMPLE_ZONE = '`Europe/London`';

function* faultsInObject(node: Node, schema: Schema, name: string): Generator<SettingsFault> {
  const { properties = {}, additionalProperties, required = [] } = schema;
  const there = new Set<string>();
  for (const { key, property, value } of propertiesOf(node)) {
    there.add(property);
    const inside = own(properties, property) ?? (additionalProperties || undefined);
    if (inside) yield* faultsIn(value, inside, `${name}.${property}`);
    else if (additionalProperties === false)
      yield unknown(key, `${name}.${property}`, property, Object.keys(properties));
  }
  for (const property of required) {
    if (!there.has(property))
      yield { ...spanOf(node), severity: 'error', message: `\`${name}\` has no \`${property}\`.` };
  }
}

function unknown(key: Node, name: string, word: string, words: readonly string[]): SettingsFault {
  const bare = word.replace(/^daybook\./, '');
  const near = words.includes(bare) ? bare : closestMatch(bare, words);
  const meant = near === undefined ? '' : `; did you mean \`${near}\`?`;
  return {
    ...spanOf(key),
    severity: 'warning',
    message: `There is no setting \`${name}\`${meant === '' ? '.' : meant}`,
  };
}

const TYPES: Readonly<Record<JsonType, string>> = {
  boolean: 'true or false',
  string: 'text in double quotes',
  integer: 'a whole number',
  array: 'a list in [ ]',
  object: 'an object in { }',
  null: 'null',
};

function isOf(node: Node, type: JsonType): boolean {
  return type === 'integer' ? node.type === 'number' && Number.isSafeInteger(node.value) : node.type === type;
}

function spanOf({ offset, length }: Node): Span {
  return { from: offset, to: offset + length };
}

/** A property may be called `constructor`. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
