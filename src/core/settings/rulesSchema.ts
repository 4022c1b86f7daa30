import type { Rule } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';

/** The JSON schema of each rule's setting by rule id, for the manifest and for the schema of `daybook.json`. */
export function rulesSchema(): Readonly<Record<string, RuleSchema>> {
  return Object.fromEntries(
    rules.map(({ id, summary, severity }) => [
      id,
      {
        enum: ['off', 'hint', 'info', 'warning', 'error'],
        markdownDescription: `${summary} Default: ${defaultText(severity)}.`,
      },
    ]),
  );
}

function defaultText({ draft, published }: Rule['severity']): string {
  return draft === published ? `\`${draft}\`` : `\`${draft}\` in drafts, \`${published}\` in published entries`;
}

interface RuleSchema {
  readonly enum: readonly string[];
  readonly markdownDescription: string;
}
