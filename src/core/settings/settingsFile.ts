import { createScanner, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isDate } from '../dates/calendar.ts';
import { isTimeZone } from '../dates/timeZone.ts';
import { closestMatch } from '../text/closestMatch.ts';
import type { Span } from '../text/text.ts';
import { type JsonType, type Schema, settingsSchema } from './schema.ts';

export { NEWSROOM_FILE } from '../files/folders.ts';

/** A problem in a settings file. Unknown names are warnings, since another version of Daybook may support them. */
interface SettingsProblem extends Span {
  readonly severity: 'error' | 'warning';
  /** One sentence. */
  readonly message: string;
}

/** The values of a settings file by setting name, and its problems in the order of the text. */
export interface SettingsFile {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly SettingsProblem[];
}

/** Reads a newsroom's `daybook.json`. Comments and trailing commas are allowed. */
export function readNewsroomFile(text: string): SettingsFile {
  const { root, errors } = parse(text);
  const [firstError] = errors;
  if (firstError) return { values: {}, problems: [syntaxProblem(firstError, text)] };
  if (root?.type !== 'object') return { values: {}, problems: [notAnObject(root, text)] };
  return settingsIn(root, (name) => (name === '$schema' ? undefined : name));
}

/**
 * Reads the settings of Daybook in an editor's `settings.json`: `daybook.rules` and so on. Like the editor, keeps the settings before and
 * after broken JSON as far as possible; the first break is reported.
 */
export function readEditorFile(text: string): SettingsFile {
  if (text.trim() === '') return { values: {}, problems: [] };
  const { root, errors } = parse(text);
  const syntaxProblems = errors.slice(0, 1).map((error) => {
    const { message, ...span } = syntaxProblem(error, text);
    return { ...span, message: `${message} Settings after this may be ignored.`, severity: 'warning' as const };
  });
  if (root?.type !== 'object')
    return { values: {}, problems: syntaxProblems.length > 0 ? syntaxProblems : [notAnObject(root, text)] };
  const prefix = 'daybook.';
  const { values, problems } = settingsIn(root, (name) =>
    name.startsWith(prefix) ? name.slice(prefix.length) : undefined,
  );
  return { values, problems: [...problems, ...syntaxProblems].sort((a, b) => a.from - b.from) };
}

function parse(text: string): { readonly root: Node | undefined; readonly errors: readonly SyntaxFault[] } {
  const withoutMark = text.replace(/^\ufeff/, ' ');
  const tooDeep = findTooDeep(withoutMark);
  if (tooDeep !== undefined) return { root: undefined, errors: [{ error: TOO_DEEP, offset: tooDeep, length: 1 }] };
  const errors: ParseError[] = [];
  const root = parseTree(withoutMark, errors, { allowTrailingComma: true });
  return { root, errors };
}

/** As `ParseError`, with our own code. */
interface SyntaxFault extends Omit<ParseError, 'error'> {
  readonly error: number;
}

/** The offset of the first bracket that is nested too deeply: the parser is recursive and would exhaust the stack. */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== END_OF_FILE; token = scanner.scan()) {
    if (token === OPENING_BRACE || token === OPENING_BRACKET) depth++;
    else if (token === CLOSING_BRACE || token === CLOSING_BRACKET) depth--;
    if (depth > MAX_DEPTH) return scanner.getTokenOffset();
  }
  return undefined;
}

/** No setting needs more than four. The editor's own settings may need more. */
const MAX_DEPTH = 200;

// The values of `SyntaxKind`, a `const enum` of `jsonc-parser`.
const OPENING_BRACE = 1;
const CLOSING_BRACE = 2;
const OPENING_BRACKET = 3;
const CLOSING_BRACKET = 4;
const END_OF_FILE = 17;

/** Our own error code, after those of `jsonc-parser`. */
const TOO_DEEP = 100;

function syntaxProblem({ error, offset, length }: SyntaxFault, text: string): SettingsProblem {
  const from = Math.min(offset, text.length);
  const to = Math.min(from + Math.max(1, length), text.length);
  return { from, to, severity: 'error', message: SYNTAX_ERRORS[error] ?? 'Invalid JSON.' };
}

function notAnObject(root: Node | undefined, text: string): SettingsProblem {
  const span = root ? spanOf(root) : { from: 0, to: text.length };
  return { ...span, severity: 'error', message: 'Settings must be an object: { … }.' };
}

/** Messages for the error codes of `jsonc-parser`. */
const SYNTAX_ERRORS: Readonly<Record<number, string>> = {
  1: 'Invalid JSON. Text must be in double quotes.',
  2: 'Invalid number.',
  3: 'Expected a name in double quotes.',
  4: 'Expected a value.',
  5: 'Expected a colon.',
  6: 'Expected a comma.',
  7: 'Expected a closing brace.',
  8: 'Expected a closing bracket.',
  9: 'Text after the closing brace.',
  11: 'The comment is not closed.',
  12: 'The closing double quote is missing.',
  13: 'The number is incomplete.',
  14: 'Invalid Unicode escape.',
  15: 'Invalid escape sequence.',
  16: 'Invalid control character in text.',
  [TOO_DEEP]: 'Too many brackets inside each other.',
};

/** The settings among the properties of a file. `nameOf` maps a property to its setting; undefined if it is not a setting. */
function settingsIn(root: Node, nameOf: (property: string) => string | undefined): SettingsFile {
  const schemas = settingsSchema();
  const ruleSchemas = schemas['rules']?.properties ?? {};
  const values: Record<string, unknown> = {};
  const rules: Record<string, unknown> = {};
  const problems: SettingsProblem[] = [];
  for (const { key, property, value } of propertiesOf(root)) {
    const written = nameOf(property);
    if (written === undefined) continue;
    // An alias. In the editor's settings it would be taken for a property of `outlets`.
    const name = written === 'outlets.ignore' ? 'ignoredOutlets' : written;
    // `"rules.date": "off"` is short for `"rules": { "date": "off" }`.
    const rule = name.startsWith('rules.') ? name.slice('rules.'.length) : undefined;
    const schema = rule === undefined ? ownValue(schemas, name) : ownValue(ruleSchemas, rule);
    if (!schema) {
      const knownNames = Object.keys(rule === undefined ? schemas : ruleSchemas);
      problems.push(unknownSetting(key, name, rule ?? name, knownNames));
      continue;
    }
    if (schema.scope === 'application') {
      const message = `\`${name}\` is a personal setting. It has no effect here, only in a writer's own settings.`;
      problems.push({ ...spanOf(key), severity: 'warning', message });
      continue;
    }
    problems.push(...problemsIn(value, schema, name));
    if (rule === undefined) values[name] = getNodeValue(value);
    else rules[rule] = getNodeValue(value);
  }
  if (Object.keys(rules).length > 0) values['rules'] = { ...asObject(values['rules']), ...rules };
  return { values, problems };
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

function* problemsIn(node: Node, schema: Schema, name: string): Generator<SettingsProblem> {
  const error = (message: string): SettingsProblem => ({ ...spanOf(node), severity: 'error', message });
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => hasType(node, type))) {
    yield error(`\`${name}\` must be ${types.map((type) => TYPE_NAMES[type]).join(' or ')}.`);
  } else if (schema.enum && !schema.enum.includes(node.value)) {
    yield error(`\`${name}\` must be one of ${schema.enum.join(', ')}.`);
  } else if (isOutOfRange(node, schema)) {
    yield error(`\`${name}\` must be ${rangeText(schema)}.`);
  } else if (schema.format === 'date' && !isDate(String(node.value))) {
    yield error(`\`${name}\` must be a date: YYYY-MM-DD.`);
  } else if (schema.format === 'time-zone' && typeof node.value === 'string' && !isTimeZoneOrEmpty(node.value.trim())) {
    const message = `Unknown time zone \`${node.value}\`. Use an IANA name such as ${EXAMPLE_ZONE}.`;
    yield { ...spanOf(node), severity: 'warning', message };
  } else if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(String(node.value))) {
    const example = JSON.stringify(schema.examples?.[0] ?? schema.default);
    yield error(schema.patternErrorMessage ?? `\`${name}\` must look like ${example}.`);
  } else if (node.type === 'array') {
    for (const [index, item] of (node.children ?? []).entries()) {
      if (schema.items) yield* problemsIn(item, schema.items, `${name}[${index}]`);
    }
  } else if (node.type === 'object') {
    yield* problemsInObject(node, schema, name);
  }
}

function isOutOfRange({ value, children }: Node, { minimum, maximum, maxLength, maxItems }: Schema): boolean {
  if (typeof value === 'number') return value < (minimum ?? value) || value > (maximum ?? value);
  if (typeof value === 'string') return value.length > (maxLength ?? value.length);
  return children !== undefined && children.length > (maxItems ?? children.length);
}

function rangeText({ minimum, maximum, maxLength, maxItems }: Schema): string {
  if (maxLength !== undefined) return `at most ${maxLength} characters long`;
  if (maxItems !== undefined) return `a list of at most ${maxItems}`;
  if (minimum === undefined) return `at most ${maximum}`;
  return maximum === undefined ? `at least ${minimum}` : `from ${minimum} to ${maximum}`;
}

function isTimeZoneOrEmpty(name: string): boolean {
  return name === '' || isTimeZone(name);
}

const EXAMPLE_ZONE = '`Europe/London`';

function* problemsInObject(node: Node, schema: Schema, name: string): Generator<SettingsProblem> {
  const { properties = {}, additionalProperties, required = [] } = schema;
  const present = new Set<string>();
  for (const { key, property, value } of propertiesOf(node)) {
    present.add(property);
    const propertySchema = ownValue(properties, property) ?? (additionalProperties || undefined);
    if (propertySchema) yield* problemsIn(value, propertySchema, `${name}.${property}`);
    else if (additionalProperties === false) {
      yield unknownSetting(key, `${name}.${property}`, property, Object.keys(properties));
    }
  }
  for (const property of required.filter((requiredName) => !present.has(requiredName))) {
    yield { ...spanOf(node), severity: 'error', message: `\`${name}\` needs \`${property}\`.` };
  }
}

function unknownSetting(key: Node, name: string, lastPart: string, knownNames: readonly string[]): SettingsProblem {
  const bareName = lastPart.replace(/^daybook\./, '');
  const match = knownNames.includes(bareName) ? bareName : closestMatch(bareName, knownNames);
  const hint = match === undefined ? '' : ` Did you mean \`${match}\`?`;
  return { ...spanOf(key), severity: 'warning', message: `Unknown setting \`${name}\`.${hint}` };
}

const TYPE_NAMES: Readonly<Record<JsonType, string>> = {
  boolean: 'true or false',
  string: 'text in double quotes',
  integer: 'a whole number',
  array: 'a list in [ ]',
  object: 'an object in { }',
  null: 'null',
};

function hasType(node: Node, type: JsonType): boolean {
  return type === 'integer' ? node.type === 'number' && Number.isSafeInteger(node.value) : node.type === type;
}

function spanOf({ offset, length }: Node): Span {
  return { from: offset, to: offset + length };
}

/** An own property: a file may contain names such as `constructor`. */
function ownValue<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
