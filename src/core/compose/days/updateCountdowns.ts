import type { Entry } from '../../entry/entry.ts';
import { findingsOf } from '../../lint/findingsOf.ts';
import type { RuleContext } from '../../lint/rule.ts';
import { countdown } from '../../lint/rules/countdown.ts';
import type { Edit } from '../../text/text.ts';

/** The edits that make every countdown of an entry count from the entry's date; none if all are right. */
export function updateCountdowns(entry: Entry, context: RuleContext): Edit[] {
  const edits: Edit[] = [];
  for (const { fix } of findingsOf(countdown, entry, context)) if (fix) edits.push(...fix.edits);
  return edits;
}
