import { manifestProperties, type Schema } from './schema.ts';

/** The settings as package.json has them, `%setting.posts%` for each sentence, and the sentences as package.nls.json has them. */
export function manifestStrings(): {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly strings: Readonly<Record<string, string>>;
} {
  const strings: Record<string, string> = {};
  const properties = Object.entries(manifestProperties()).map(([name, schema]) => [
    name,
    keyed(schema as Schema, name.replace(/^daybook\./, SETTING), strings),
  ]);
  return { properties: Object.fromEntries(properties), strings };
}

/** What the keys of the settings' sentences begin with; those of no others do. */
export const SETTING = 'setting.';

/** The same with keys for sentences; these go into `strings`. */
function keyed(schema: Schema, key: string, strings: Record<string, string>): Schema {
  const { markdownDescription, patternErrorMessage, items, properties } = schema;
  const say = (name: string, sentence: string): string => {
    strings[name] = sentence;
    return `%${name}%`;
  };
  const inside = Object.entries(properties ?? {}).map(([name, value]) => [
    name,
    keyed(value, `${key}.${name}`, strings),
  ]);
  return {
    ...schema,
    ...(markdownDescription !== undefined && { markdownDescription: say(key, markdownDescription) }),
    ...(patternErrorMessage !== undefined && { patternErrorMessage: say(`${key}.refused`, patternErrorMessage) }),
    ...(items !== undefined && { items: keyed(items, `${key}.item`, strings) }),
    ...(properties !== undefined && { properties: Object.fromEntries(inside) }),
  };
}
