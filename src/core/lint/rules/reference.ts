import { footnoteFaults } from '../references/footnoteFaults.ts';
import { undefinedReferences } from '../references/undefinedReferences.ts';
import { addFindings, type Finding, type Rule, type RuleEntry } from '../rule.ts';

export const reference: Rule = {
  id: 'reference',
  summary: 'Every reference has a definition, and every footnote a reference.',
  why: 'Without its definition, `[the report][rep]` or `[^1]` shows in its brackets and leads nowhere. The text of a footnote that nothing refers to does not show at all.',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [{ severity: 'warning', when: 'if the page loses nothing but the footnote' }],
  bad: '1/ **The mayor resigned**. She left at noon, ⟦[the report][rep]⟧ says. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon, [the report](https://council.example/report) says. ([Herald](https://herald.example/a))',
  check(entry) {
    const { text, body } = entry;
    const findings: Finding[] = [];
    const hasReferences = text.indexOf('][', body.from) >= 0;
    const hasFootnotes = text.indexOf('^', body.from) >= 0 && text.indexOf('[^', body.from) >= 0;
    if ((!hasReferences && !hasFootnotes) || mayDefineElsewhere(entry)) return findings;
    if (hasReferences) addFindings(findings, undefinedReferences(entry));
    if (hasFootnotes) addFindings(findings, footnoteFaults(entry));
    return findings;
  },
};

/**
 * Whether Liquid may write definitions and references: by including another file, or in the label of a definition (`[#{{ number }}]: …`).
 */
function mayDefineElsewhere({ source, literals }: RuleEntry): boolean {
  if (!literals.some(({ kind }) => kind === 'liquid')) return false;
  return (
    literals.some(
      ({ kind, from }) => kind === 'liquid' && INCLUDE.test(source.slice(from, from + MAX_TAG_START_CHARS)),
    ) || DEFINITION_WITH_LIQUID.test(source)
  );
}

const INCLUDE = /^\{%-?\s*(?:include|render)/;
const MAX_TAG_START_CHARS = 40;
const DEFINITION_WITH_LIQUID = /^[ >]{0,9}\[[^\]\n]{0,200}?\{[{%][^\]\n]{0,200}\]:/m;
