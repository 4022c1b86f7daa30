import type { Entry, FrontMatter, Key } from '../../entry/entry.ts';
import { findKey } from '../../entry/keys.ts';
import { parseFrontMatter } from '../../entry/parseFrontMatter.ts';
import { yamlMappingOf } from '../../entry/yaml.ts';
import { applyEdits, type Edit, touches } from '../../text/text.ts';
import type { Finding, Fix } from '../rule.ts';

type FrontMatterText = Pick<Entry, 'text' | 'frontMatter'>;

/**
 * The findings of a rule on front matter, without fixes of front matter that is not closed or of a value on several lines, where a
 * correction of spaces and punctuation is a suggestion. `keepsOtherValues` is left to whoever applies a fix: it reads the YAML twice.
 */
export function withoutRiskyFixes(entry: FrontMatterText, findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return findings; // nearly always
  return findings.map((finding) => {
    const { fix, suggestions } = finding;
    const isUseless = fix !== undefined && !changesText(entry.text, fix);
    if (!isUseless && ((!fix && !suggestions) || (fix && isEditable(entry, fix.edits)))) return finding; // nearly always
    const { fix: _, suggestions: __, ...rest } = finding;
    if (isUseless) return { ...rest, ...(suggestions && { suggestions }) };
    if (fix && entry.frontMatter?.close && isInOneLine(entry.text, fix)) return { ...rest, suggestions: [fix] };
    const allowed = suggestions?.filter(({ edits }) => isEditable(entry, edits));
    return { ...rest, ...(allowed && { suggestions: allowed }) };
  });
}

/** As `withoutRiskyFixes`, and without fixes that do not keep the other values. For findings that are rare. */
export function keepingOtherValues(entry: FrontMatterText, findings: readonly Finding[]): readonly Finding[] {
  return withoutRiskyFixes(entry, findings).map((finding) => {
    const { fix, ...rest } = finding;
    return !fix || keepsOtherValues(entry, fix.edits) ? finding : rest;
  });
}

function changesText(text: string, { edits }: Fix): boolean {
  return edits.some((edit) => text.slice(edit.from, edit.to) !== edit.text);
}

/** Whether every edit changes only spaces and punctuation in one line. */
function isInOneLine(text: string, { edits }: Fix): boolean {
  return edits.every((edit) => !/[\p{L}\p{N}\n]/u.test(text.slice(edit.from, edit.to) + edit.text));
}

/**
 * Whether the edits of front matter leave what YAML reads for every other key, and the edited value valid. Never for front matter that is
 * not closed, nor for a value on several lines.
 */
export function keepsOtherValues(before: FrontMatterText, edits: readonly Edit[]): boolean {
  return isEditable(before, edits) && keepsValues(before, edits);
}

function keepsValues({ text, frontMatter }: FrontMatterText, edits: readonly Edit[]): boolean {
  if (!frontMatter?.close) return false;
  const afterText = applyEdits(text.slice(0, frontMatter.to), edits);
  const after = parseFrontMatter(afterText);
  if (!after?.close || after.to !== afterText.length || !haveSameNames(frontMatter, after)) return false;
  const editedKeys = frontMatter.keys.map((key) => edits.some((edit) => touches(key, edit)));
  const valuesBefore = valuesIn(text, frontMatter);
  const valuesAfter = valuesIn(afterText, after);
  if (valuesBefore && !(valuesAfter && readsAs(frontMatter, valuesBefore))) return false;
  return after.keys.every((key, index) => {
    const keyBefore = frontMatter.keys[index];
    if (!keyBefore) return false;
    if (editedKeys[index]) return isStillText(text, keyBefore, afterText, key);
    if (!valuesAfter || findKey(after, key.name) !== key) return true; // nothing of it has been touched
    const valueBefore = valuesBefore ? valuesBefore[key.name] : readValue(text, keyBefore);
    return valueBefore === undefined || isSame(valueBefore, valuesAfter[key.name]);
  });
}

function valuesIn(text: string, { content }: FrontMatter): Readonly<Record<string, unknown>> | undefined {
  return yamlMappingOf(text.slice(content.from, content.to));
}

/** Whether the front matter is closed and the edits touch no value on several lines. */
function isEditable({ text, frontMatter }: FrontMatterText, edits: readonly Edit[]): boolean {
  if (!frontMatter?.close) return false;
  return !frontMatter.keys.some(
    (key) => edits.some((edit) => touches(key, edit)) && text.slice(key.nameSpan.to, key.value.to).includes('\n'),
  );
}

/** Whether YAML sees the same keys. In `title:Day 12: x`, its key is `title:Day 12`. */
function readsAs({ keys }: FrontMatter, data: Readonly<Record<string, unknown>>): boolean {
  return keys.every(({ name }) => Object.hasOwn(data, name));
}

function haveSameNames(before: FrontMatter, after: FrontMatter): boolean {
  return (
    before.keys.length === after.keys.length && before.keys.every(({ name }, index) => after.keys[index]?.name === name)
  );
}

/** Whether an edited value is valid, and text if it was. */
function isStillText(textBefore: string, keyBefore: Key, textAfter: string, keyAfter: Key): boolean {
  const value = readValue(textAfter, keyAfter);
  return value !== undefined && (typeof readValue(textBefore, keyBefore) !== 'string' || typeof value === 'string');
}

/** The value of a key by itself; undefined if it is not valid. */
function readValue(text: string, { from, to, name }: Key): unknown {
  return yamlMappingOf(text.slice(from, to))?.[name];
}

/** Whether two values from YAML are the same. Values that refer to themselves never are. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  try {
    return JSON.stringify(a) === JSON.stringify(b);
  } catch {
    return false;
  }
}
