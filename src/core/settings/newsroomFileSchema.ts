import { schemaId } from '../urls/projectPages.ts';
import { describedSettings } from './descriptions.ts';
import type { JsonType, Schema } from './schema.ts';

/** The schema of a newsroom's `daybook.json`. Has only keywords of the standard: strict validators reject others. */
export function newsroomFileSchema(): StandardSchema {
  const { rules = {}, ...settings } = mapValues(newsroomSettings(), standardSchema);
  const [severity] = Object.values(rules.properties ?? {});
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaId('daybook.schema.json'),
    title: 'Settings of a Daybook newsroom',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string' }, ...settings, rules },
    patternProperties: {
      '^rules\\.[a-z-]+$': { enum: severity?.enum ?? [], description: 'The severity of one rule, or off.' },
    },
  };
}

/** A part of JSON Schema, draft 7. */
interface StandardSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly items?: StandardSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, StandardSchema>>;
  readonly patternProperties?: Readonly<Record<string, StandardSchema>>;
  readonly additionalProperties?: false | StandardSchema;
  readonly examples?: readonly unknown[];
}

/** The settings that a newsroom can set. */
function newsroomSettings(): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(describedSettings()).filter(([, { scope }]) => scope === undefined));
}

/** A schema without the keywords of VS Code and without formats, which validators need not know. */
function standardSchema(schema: Schema): StandardSchema {
  const { markdownDescription, patternErrorMessage, enumDescriptions, format, scope, tags, ...kept } = schema;
  const { items, properties, additionalProperties, ...standard } = kept;
  return {
    ...standard,
    ...(markdownDescription !== undefined && { description: markdownDescription.replace(/[`*]/g, '') }),
    ...(items !== undefined && { items: standardSchema(items) }),
    ...(properties !== undefined && { properties: mapValues(properties, standardSchema) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: additionalProperties && standardSchema(additionalProperties),
    }),
  };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
