import type { Finding } from '../rule.ts';

/**
 * What can be wrong with the shape of a citation group. One pass finds them all, so that one slip is one fault: a link
 * that swallowed the group's bracket is a broken link and not an unclosed group as well.
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
}
