import { isDigit } from '../../characters.ts';
import type { Block, Label } from '../../entry/entry.ts';
import { addAll, type Finding, type Rule } from '../rule.ts';

export const sectionLabel: Rule = {
  id: 'section-label',
  summary: 'A label is written "1/ " or "poll/ ": one slash, one space, no capital.',
  why: 'Every label of the log looks alike, and what counts sections or links to them looks for this form.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '⟦1/⟧**The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check({ text, blocks }) {
    const findings: Finding[] = [];
    for (const { label, story } of blocks) {
      if (label && story.from < story.to && !isRegular(text, label, story.from))
        addAll(findings, faultIn(text, label, story));
    }
    return findings;
  },
};

/** The slash directly behind the name, one plain space behind the slash. */
function isRegular(text: string, { kind, name, to }: Label, next: number): boolean {
  return (
    to === name.to + 1 &&
    next === to + 1 &&
    text.charCodeAt(to) === 32 &&
    (kind !== 'poll' || text.charCodeAt(name.from) === 112)
  );
}

function* faultIn(text: string, label: Label, { from: next }: Block['story']): Generator<Finding> {
  const name = text.slice(label.name.from, label.name.to);
  const slash = text.slice(label.name.to, label.to);
  const gap = text.slice(label.to, next);
  if (label.kind === 'placeholder' && name !== 'TK') return; // a slip of TK, which is reported as what it is
  if (gap === '' && isDigit(text.charCodeAt(next))) return; // a date or a fraction: 9/11
  if (gap === '' && slash === '/' && /^\*\*\s/.test(text.slice(next, next + 3))) return; // the space slipped into the bold
  const written = label.kind === 'poll' ? 'poll' : name;
  const isGapWrong = gap !== ' ';
  yield {
    from: label.from,
    to: isGapWrong && gap !== '' ? next : label.to,
    message: messageFor(name, slash, gap, written),
    fix: { title: `Write "${written}/ "`, edits: [{ from: label.from, to: next, text: `${written}/ ` }] },
  };
}

function messageFor(name: string, slash: string, gap: string, written: string): string {
  if (slash === '') return `No slash follows this label.`;
  if (slash !== '/') return `"${slash}" follows this label instead of one slash.`;
  if (gap === '') return 'No space follows this label.';
  if (gap.length > 1) return 'More than one space follows this label.';
  if (gap !== ' ') return 'The space behind this label is not a plain one.';
  return `This label is written "${name}/" instead of "${written}/".`;
}
