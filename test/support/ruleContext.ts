import type { Severities } from '../../src/core/lint/lint.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { exampleContext } from '../../src/core/newsroom/exampleNewsroom.ts';

/** The context for tests of rules: the newsroom of the rules' examples. */
export const ruleContext = exampleContext;

/** Severities that turn on the rules that are off by default. */
export const everyRule: Severities = Object.fromEntries(
  rules.filter(({ severity }) => severity.published === 'off').map(({ id }) => [id, 'hint']),
);
