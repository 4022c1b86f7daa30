import type { Finding } from '../rule.ts';

/**
 * The faults that the shape of a citation group can have. One pass finds them all, so that one typo is reported once: a link
 * that swallowed the closing bracket of its group is a broken link, not an unclosed group as well.
 */
export type GroupFaultKind =
  | 'unclosed'
  | 'unopened'
  | 'closed-early'
  | 'extra-bracket'
  | 'separator'
  | 'broken-link'
  | 'unlinked'
  | 'raw-address';

export interface GroupFault extends Finding {
  readonly kind: GroupFaultKind;
  /** Whether it is a fault only if the group certainly cites sources: in a sentence it would be ordinary text. */
  readonly isTextElsewhere?: boolean;
}
