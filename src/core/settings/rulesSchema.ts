import { rules } from '../lint/rules/index.ts';

/** The JSON schema of each rule's setting by its id, as the manifest and the schema of `daybook.json` have it. */
export function rulesSchema(): Readonly<Record<string, RuleSchema>> {
  return Object.fromEntries(
    rules.map(({ id, summary, severity }) => [
      id,
      {
        enum: ['off', 'hint', 'info', 'warning', 'error'],
        markdownDescription: `${summary} Drafts: \`${severity.draft}\`, published entries: \`${severity.published}\`.`,
      },
    ]),
  );
}

interface RuleSchema {
  readonly enum: readonly string[];
  readonly markdownDescription: string;
}
