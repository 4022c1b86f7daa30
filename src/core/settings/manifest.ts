import { manifestProperties, type Schema } from './schema.ts';

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

/** The prefix of all keys for texts of settings in package.nls.json, and of no others. */
export const SETTING_KEY_PREFIX = 'setting.';

/** The schema with placeholders for its texts, which are added to `strings`. */
function extractTexts(schema: Schema, key: string, strings: Record<string, string>): Schema {
  const { markdownDescription, patternErrorMessage, items, properties } = schema;
  const placeholderFor = (name: string, text: string): string => {
    strings[name] = text;
    return `%${name}%`;
  };
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
    ...(items !== undefined && { items: extractTexts(items, `${key}.item`, strings) }),
    ...(properties !== undefined && { properties: Object.fromEntries(extractedProperties) }),
  };
}
