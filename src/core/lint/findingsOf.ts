import type { Entry } from '../entry/entry.ts';
import type { Finding, Rule, RuleContext, RuleEntry } from './rule.ts';
import { withoutHarm } from './withoutHarm.ts';

/** What one rule finds in an entry, in the order in which it finds it. */
export function findingsOf(rule: Rule, entry: Entry, context: RuleContext): readonly Finding[] {
  const ruleEntry = ruleEntryOf(entry);
  return withoutHarm(ruleEntry, rule.check(ruleEntry, context), rule.reaches);
}

/** The entry as rules see it. */
export function ruleEntryOf(entry: Entry): RuleEntry {
  const { text: source, prose, literals, frontMatter, body, blocks, nonstandard } = entry;
  return { text: prose, source, prose, literals, frontMatter, body, blocks, nonstandard };
}
