import { faultsOfKind } from '../groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationExtraBracket: Rule = {
  id: 'citation-extra-bracket',
  summary: 'A citation group opens with one bracket and closes with one.',
  why: 'A doubled or empty bracket shows on the page as it was typed.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ⟦((⟧[Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check: (entry) => faultsOfKind(entry, 'extra-bracket'),
};
