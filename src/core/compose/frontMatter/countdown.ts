import type { Entry } from '../../entry/entry.ts';
import type { RuleContext } from '../../lint/rule.ts';
import { countdown } from '../../lint/rules/countdown.ts';
import type { Edit } from '../../text/text.ts';

/** The edits that let every countdown of the entry count from the entry's own date; none where all are right. */
export function updateCountdowns(entry: Entry, surroundings: RuleContext): Edit[] {
  const edits: Edit[] = [];
  for (const { fix } of countdown.check(entry, surroundings)) if (fix) edits.push(...fix.edits);
  return edits;
}
