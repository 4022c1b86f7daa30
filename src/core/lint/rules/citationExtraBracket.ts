import { groupFaultsOfKind } from '../citationGroups/groupFaults.ts';
import type { Finding, Rule } from '../rule.ts';
import { squareBrackets } from '../sources/squareBrackets.ts';

export const citationExtraBracket: Rule = {
  id: 'citation-extra-bracket',
  summary: 'A citation group has one opening and one closing bracket.',
  why: 'Doubled or empty brackets show on the page exactly as they were typed.',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [{ severity: 'hint', when: 'if a pair of brackets is empty' }],
  bad: '1/ **The mayor resigned**. She left at noon. ⟦((⟧[Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry, { stage, outlets }) {
    const faults: Finding[] = [...groupFaultsOfKind(entry, outlets, 'extra-bracket')];
    for (const block of entry.nonstandard) {
      const fault = squareBrackets(entry, block, outlets);
      if (fault) faults.push(fault);
    }
    return stage === 'draft' && faults.length > 0 ? faults.map((fault) => inDraft(entry.text, fault)) : faults;
  },
};

/** Empty brackets in a draft are only a hint: the writer will fill them in. */
function inDraft(text: string, fault: Finding): Finding {
  return /^\(\s*\)$/.test(text.slice(fault.from, fault.to)) ? { ...fault, severity: 'hint' } : fault;
}
