import { faultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationUnlinked: Rule = {
  id: 'citation-unlinked',
  summary: 'Every outlet named in a citation group has a link.',
  why: 'A name without an address cannot be checked by a reader; most of these were meant to be filled in later.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. ([Herald](https://herald.example/a) / ⟦Valley Post⟧ / [KXYZ](https://kxyz.example/b))',
  good: '1/ **The mayor resigned**. ([Herald](https://herald.example/a) / [Valley Post](https://post.example/c) / [KXYZ](https://kxyz.example/b))',
  check: (entry) => faultsOfKind(entry, 'unlinked'),
};
