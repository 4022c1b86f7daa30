import { describedSettings } from './descriptions.ts';
import type { Schema } from './schema.ts';
import { RESTRICTED_SETTINGS } from './settings.ts';

/** The reference of all settings as Markdown, for `docs/settings.md`. */
export function settingsPage(): string {
  const settings = Object.entries(describedSettings());
  return `${[INTRODUCTION, table(settings), ...settings.map(section)].join('\n\n')}\n`;
}

const INTRODUCTION = `# Settings

None are needed. What a newsroom agrees on is in a file named \`daybook.json\` next to its posts, which is committed with the entries and read by the editor and the command line. It may contain comments, and VS Code completes and checks it:

\`\`\`json
{
  "rules": { "citation-outlet": "warning", "citation-tracking": "info", "sentence-spacing": "off" },
  "countdowns": [{ "phrase": "levy election", "date": "2026-06-02" }]
}
\`\`\`

All of them are also VS Code settings, with the prefix \`daybook.\`, for one writer or for the workspace. These override \`daybook.json\`, rule by rule and outlet by outlet. The command line also reads \`.vscode/settings.json\`, and its option \`--rule\` overrides both.`;

function table(settings: readonly (readonly [string, Schema])[]): string {
  const rows = settings.map(
    ([name, schema]) => `| [\`${name}\`](#${anchor(name)}) | ${kindOf(schema)} | ${code(schema.default)} |`,
  );
  return ['| setting | value | default |', '| --- | --- | --- |', ...rows].join('\n');
}

function section([name, schema]: readonly [string, Schema]): string {
  const { markdownDescription = '', enum: values = [], enumDescriptions = [], examples = [], scope } = schema;
  const parts = [`## ${name}`, markdownDescription];
  if (enumDescriptions.length > 0) parts.push(list(values, enumDescriptions));
  if (name === 'rules') parts.push('The rules, their severities and a page for each: [rules](rules/README.md).');
  if (scope === 'application') parts.push("Only in your own settings: a workspace or a newsroom's file cannot set it.");
  if (RESTRICTED_SETTINGS.includes(name))
    parts.push('In a folder that you do not trust, only your own settings can set it.');
  if (examples.length > 0) parts.push(codeBlock(name, examples));
  return parts.join('\n\n');
}

function list(values: readonly string[], descriptions: readonly string[]): string {
  return values.map((value, index) => `- \`${value}\`: ${descriptions[index]}`).join('\n');
}

function codeBlock(name: string, examples: readonly unknown[]): string {
  const lines = examples.map((example) => `"${name}": ${json(example)}`);
  return ['```jsonc', lines.join('\n// or\n'), '```'].join('\n');
}

function kindOf({ type, enum: values, minimum, maximum }: Schema): string {
  if (values) return values.map((value) => `\`${value}\``).join(', ');
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  const names = [type].flat().filter((name) => name !== undefined && name !== 'null');
  return names.map((name) => (name === undefined ? '' : KINDS[name])).join(' or ');
}

const KINDS: Readonly<Record<NonNullable<Extract<Schema['type'], string>>, string>> = {
  boolean: '`true` or `false`',
  string: 'text',
  integer: 'number',
  array: 'list',
  object: 'object',
  null: '',
};

function code(value: unknown): string {
  return NOTHING.has(JSON.stringify(value)) ? 'none' : `\`${json(value)}\``;
}

const NOTHING: ReadonlySet<string | undefined> = new Set(['""', 'null', '[]', '{}', undefined]);

/** JSON on one line, with spaces as a person would set them. */
function json(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
}

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^\w-]/g, '');
}
