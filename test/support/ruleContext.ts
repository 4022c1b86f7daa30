import type { Severities } from '../../src/core/lint/lint.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { exampleContext } from '../../src/core/newsroom/exampleNewsroom.ts';

/** What tests of the rules have around their entries: the newsroom that the rules' own examples are about. */
export const ruleContext = exampleContext;

/** Settings by which the rules that are silent unless asked for speak too. */
export const everyRule: Severities = Object.fromEntries(
  rules.filter(({ severity }) => severity.published === 'off').map(({ id }) => [id, 'hint']),
);
