import type { Block, Entry, Label } from '../../entry/entry.ts';
import { CONTINUABLE_KINDS } from '../../entry/parse.ts';
import { misspells } from '../../outlets/spelling.ts';
import { isDigit } from '../../text/characters.ts';
import { ASTERISK, SPACE } from '../../text/charCodes.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';
import { mayHaveDamagedLabel } from '../sections/damagedLabel.ts';
import { type CountedLabel, sectionListsIn } from '../sections/sectionLists.ts';

export const sectionLabel: Rule = {
  id: 'section-label',
  summary: 'A label is written "1/ " or "poll/ ": one slash, one space, lower case, and a blank line above.',
  why: 'All labels in the log look the same, and everything that counts sections or links to them relies on this form.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '⟦1/⟧**The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const { text, blocks } = entry;
    const findings: Finding[] = [];
    let previous: Block | undefined;
    let hasLists = false;
    for (const block of blocks) {
      const { kind, label, content } = block;
      hasLists ||= kind === 'ordered' || (kind === 'paragraph' && mayHaveDamagedLabel(text, block));
      if (label) {
        if (previous && isDirectlyBelow(text, previous, block))
          addFindings(findings, missingBlankLine(text, previous, block, label));
        const isWellFormed = isWellFormedLabel(text, label, content.from);
        // A cheap check that rules out nearly all labels: a headline follows.
        if (content.from < content.to && !(isWellFormed && text.charCodeAt(content.from) === ASTERISK))
          addFindings(findings, isWellFormed ? secondLabel(text, label, content) : labelFault(text, label, content));
      }
      previous = block;
    }
    if (hasLists) addFindings(findings, otherLabels(entry, sectionListsIn(entry)));
    return findings;
  },
};

/** Whether only a line break separates the blocks, with at most one space before it. Two spaces would be a hard break. */
function isDirectlyBelow(text: string, { to }: Block, { from }: Block): boolean {
  return from === to + 1 || (from <= to + 3 && /^ ?\r?\n$/.test(text.slice(to, from)));
}

/** A section directly lineBreakLength another line: the site makes one paragraph of both. A hard break shows that this is intended. */
function* missingBlankLine(text: string, previous: Block, { from, indent }: Block, label: Label): Generator<Finding> {
  if (label.kind === 'named' || indent > 0 || !CONTINUABLE_KINDS.has(previous.kind) || text[previous.to - 1] === '\\')
    return;
  const newLine = text.slice(previous.to, from).replace(' ', '');
  yield {
    from,
    to: label.to,
    message: 'Missing blank line above the label: the site will join it to the text above.',
    fix: { title: 'Insert a blank line', edits: [{ from, to: from, text: newLine }] },
  };
}

/** `TK/ 1/ **The mayor`: if one of the two labels is a number, it stays. */
function* secondLabel(text: string, first: Label, { from }: Block['content']): Generator<Finding> {
  const length = /^(?:\d{1,3}|TK|poll)\/ +/.exec(text.slice(from, from + 8))?.[0].length;
  if (length === undefined) return;
  const removed = first.kind === 'placeholder' ? { from: first.from, to: from } : { from, to: from + length };
  yield {
    from: first.from,
    to: from + length,
    message: 'Two labels in a row.',
    fix: { title: 'Remove one label', edits: [{ ...removed, text: '' }] },
  };
}

/** `3. **The mayor` and `3| **The mayor` between sections 2 and 4. */
function* otherLabels({ text }: Entry, lists: readonly (readonly CountedLabel[])[]): Generator<Finding> {
  for (const label of lists.flat()) {
    const { kind, from, to, name } = label;
    if (kind === 'damaged') {
      const expected = `${label.number}/`;
      const end = text.charCodeAt(to) === SPACE ? to + 1 : to;
      yield {
        from,
        to,
        message: `"${text.slice(from, to)}" is not a label: expected "${expected}".`,
        fix: { title: `Replace with "${expected} "`, edits: [{ from, to: end, text: `${expected} ` }] },
      };
    }
    if (kind !== 'listed') continue;
    const number = text.slice(name.from, name.to);
    yield {
      from,
      to,
      message: `"${text.slice(from, to)}" starts a list: expected the label "${number}/".`,
      fix: { title: `Replace with "${number}/"`, edits: [{ from: name.to, to, text: '/' }] },
    };
  }
}

/** `plol/`, `oll/` */
function isMisspelledPoll(name: string): boolean {
  return name.toLowerCase() !== 'polls' && misspells(name, 'poll');
}

/** Whether the slash directly follows the name, and exactly one plain space follows the slash. */
function isWellFormedLabel(text: string, { kind, name, to }: Label, next: number): boolean {
  if (kind === 'named' && isMisspelledPoll(text.slice(name.from, name.to))) return false;
  return (
    to === name.to + 1 &&
    next === to + 1 &&
    text.charCodeAt(to) === SPACE &&
    (kind !== 'poll' || text[name.from] === 'p')
  );
}

function* labelFault(text: string, label: Label, { from: next }: Block['content']): Generator<Finding> {
  const name = text.slice(label.name.from, label.name.to);
  const slash = text.slice(label.name.to, label.to);
  const gap = text.slice(label.to, next);
  if (label.kind === 'placeholder' && name !== 'TK') return; // a typo of TK, reported as a placeholder
  if (gap === '' && isDigit(text.charCodeAt(next))) return; // a date or a fraction: 9/11
  if (gap === '' && slash === '/' && /^\*\*\s/.test(text.slice(next, next + 3))) return; // the space is inside the bold
  const expected = label.kind === 'poll' || (label.kind === 'named' && isMisspelledPoll(name)) ? 'poll' : name;
  const isGapWrong = gap !== ' ';
  const lineBreakLength = gap === '' ? (/^\r?\n/.exec(text.slice(next, next + 2))?.[0].length ?? 0) : 0;
  yield {
    from: label.from,
    to: isGapWrong && gap !== '' ? next : label.to,
    message:
      lineBreakLength > 0 ? 'The text of the label is on the next line.' : describeFault(name, slash, gap, expected),
    fix: {
      title: `Replace with "${expected}/ "`,
      edits: [{ from: label.from, to: next + lineBreakLength, text: `${expected}/ ` }],
    },
  };
}

function describeFault(name: string, slash: string, gap: string, expected: string): string {
  if (slash === '') return 'Missing slash after the label.';
  if (slash !== '/') return `"${slash}" after the label: expected one slash.`;
  if (gap === '') return 'Missing space after the label.';
  if (gap.length > 1) return 'More than one space after the label.';
  if (gap !== ' ') return 'Unusual space character after the label.';
  return `The label is "${name}/": expected "${expected}/".`;
}
