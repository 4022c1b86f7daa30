import type { Entry } from '../entry/entry.ts';
import type { Finding, Rule, RuleContext, RuleEntry } from './rule.ts';
import { withoutHarm } from './withoutHarm.ts';

/** What one rule finds in an entry, in the order in which it finds it. */
export function findingsOf(rule: Rule, entry: Entry, context: RuleContext): readonly Finding[] {
  return harmlessFindings(rule, ruleEntryOf(entry), context);
}

/** The same for an entry that several rules check. Nearly always empty. */
export function harmlessFindings(
  rule: Pick<Rule, 'check' | 'reaches'>,
  entry: RuleEntry,
  context: RuleContext,
): readonly Finding[] {
  const findings = rule.check(entry, context);
  return findings.length === 0 ? findings : withoutHarm(entry, findings, rule.reaches);
}

/** The entry as rules see it. */
export function ruleEntryOf(entry: Entry): RuleEntry {
  const { text: source, prose, literals, frontMatter, body, blocks, nonstandard } = entry;
  return { text: prose, source, prose, literals, frontMatter, body, blocks, nonstandard };
}
