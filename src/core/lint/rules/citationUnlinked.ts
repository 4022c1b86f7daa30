import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationUnlinked: Rule = {
  id: 'citation-unlinked',
  summary: 'Every outlet named in a citation group has a link.',
  why: 'Readers cannot check a source without an address. Most of these were meant to be filled in later. A word alone in brackets, such as (Paywall), is only reported if it is the name of an outlet that the archive or the built-in list knows.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. ([Herald](https://herald.example/a) / ⟦Valley Post⟧ / [KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. ([Herald](https://herald.example/a) / [Valley Post](https://post.example/c) / [KXYZ](https://kxyz.example/b))',
  check: (entry, { outlets }) => groupFaultsOfKind(entry, outlets, 'unlinked'),
};
