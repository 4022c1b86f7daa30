import type { Rule, Severity } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';

/** The values of a rule's setting, each with its description. */
export const SEVERITIES: Readonly<Record<Severity | 'off', string>> = {
  off: 'The rule does not run.',
  hint: 'Three faint dots. Not listed in the Problems panel.',
  info: 'A blue squiggle.',
  warning: 'A yellow squiggle.',
  error: 'A red squiggle.',
};

/** The JSON schema of each rule's setting by rule id, for the manifest and for the schema of `daybook.json`. */
export function rulesSchema(): Readonly<Record<string, RuleSchema>> {
  return Object.fromEntries(
    rules.map(({ id, summary, severity, otherSeverities }) => [
      id,
      {
        enum: Object.keys(SEVERITIES),
        enumDescriptions: Object.values(SEVERITIES),
        markdownDescription: `${summary} Default: ${defaultText(severity)}${otherText(otherSeverities)}.`,
      },
    ]),
  );
}

function defaultText({ draft, published }: Rule['severity']): string {
  return draft === published ? `\`${draft}\`` : `\`${draft}\` in drafts, \`${published}\` in published entries`;
}

function otherText(others: Rule['otherSeverities'] = []): string {
  return others.map(({ severity, when }) => `; \`${severity}\` ${when}`).join('');
}

interface RuleSchema {
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
  readonly markdownDescription: string;
}
