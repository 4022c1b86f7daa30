import { faultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Finding, Rule } from '../rule.ts';

export const citationExtraBracket: Rule = {
  id: 'citation-extra-bracket',
  summary: 'A citation group opens with one bracket and closes with one.',
  why: 'A doubled or empty bracket shows on the page as it was typed.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ⟦((⟧[Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { stage }) {
    const faults = faultsOfKind(entry, 'extra-bracket');
    return stage === 'draft' && faults.length > 0 ? faults.map((fault) => inDraft(entry.text, fault)) : faults;
  },
};

/** Empty brackets are where a writer goes on. */
function inDraft(text: string, fault: Finding): Finding {
  return /^\(\s*\)$/.test(text.slice(fault.from, fault.to)) ? { ...fault, severity: 'hint' } : fault;
}
