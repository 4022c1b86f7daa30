import { describedSettings } from './descriptions.ts';
import { SEVERITIES } from './rulesSchema.ts';
import type { Schema } from './schema.ts';

/**
 * The settings for package.json, in which placeholders such as `%setting.posts%` stand for texts, and those texts for package.nls.json.
 */
export function settingsManifest(): {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly strings: Readonly<Record<string, string>>;
} {
  const strings: Record<string, string> = {};
  const properties = Object.entries(manifestProperties()).map(([name, schema]) => [
    name,
    extractTexts(schema as Schema, name.replace(/^daybook\./, SETTING_KEY_PREFIX), strings),
  ]);
  return { properties: Object.fromEntries(properties), strings };
}

/** The settings for `contributes.configuration` in the manifest. The settings editor shows them in the order of the schema. */
export function manifestProperties(): Readonly<Record<string, ManifestProperty>> {
  return Object.fromEntries(
    Object.entries(describedSettings()).map(([name, schema], order) => [
      `daybook.${name}`,
      { ...schema, scope: schema.scope ?? 'resource', order },
    ]),
  );
}

type ManifestProperty = Omit<Schema, 'scope'> & { readonly scope: string; readonly order: number };

/** The prefix of all keys for texts of settings in package.nls.json, and of no others. */
export const SETTING_KEY_PREFIX = 'setting.';

/** The schema with placeholders for its texts, which are added to `strings`. */
function extractTexts(schema: Schema, key: string, strings: Record<string, string>): Schema {
  const { markdownDescription, patternErrorMessage, enum: values = [], enumDescriptions, items, properties } = schema;
  const placeholderFor = (name: string, text: string): string => {
    strings[name] = text;
    return `%${name}%`;
  };
  const valueKey = (value: string): string =>
    isSeverities(values) ? `${SETTING_KEY_PREFIX}severity.${value}` : `${key}.value.${value}`;
  const extractedProperties = Object.entries(properties ?? {}).map(([name, value]) => [
    name,
    extractTexts(value, `${key}.${name}`, strings),
  ]);
  return {
    ...schema,
    ...(markdownDescription !== undefined && { markdownDescription: placeholderFor(key, markdownDescription) }),
    ...(patternErrorMessage !== undefined && {
      patternErrorMessage: placeholderFor(`${key}.refused`, patternErrorMessage),
    }),
    ...(enumDescriptions !== undefined && {
      enumDescriptions: enumDescriptions.map((text, index) => placeholderFor(valueKey(values[index] ?? ''), text)),
    }),
    ...(items !== undefined && { items: extractTexts(items, `${key}.item`, strings) }),
    ...(properties !== undefined && { properties: Object.fromEntries(extractedProperties) }),
  };
}

/** Whether the values are those of a rule's setting. All rules share the descriptions of their values. */
function isSeverities(values: readonly string[]): boolean {
  return values.join() === Object.keys(SEVERITIES).join();
}
