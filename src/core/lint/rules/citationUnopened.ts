import { faultsOfKind } from '../groupFaults.ts';
import type { Rule } from '../rule.ts';

export const citationUnopened: Rule = {
  id: 'citation-unopened',
  summary: 'A citation group starts with its opening bracket.',
  why: 'Without it the sources run into the sentence, and a bracket closes that nothing opened.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. [Herald](https://herald.example/a)⟦)⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check: (entry) => faultsOfKind(entry, 'unopened'),
};
