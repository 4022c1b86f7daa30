import type { Block, Entry, Label } from '../../entry/entry.ts';
import { CONTINUED } from '../../entry/parse.ts';
import { misspells } from '../../outlets/spelling.ts';
import { isDigit } from '../../text/characters.ts';
import { addAll, type Finding, type Rule } from '../rule.ts';
import { mayBeDamaged } from '../sections/damagedLabel.ts';
import { type Counted, listsOf } from '../sections/sectionLists.ts';

export const sectionLabel: Rule = {
  id: 'section-label',
  summary: 'A label is written "1/ " or "poll/ ": one slash, one space, no capital, below an empty line.',
  why: 'Every label of the log looks alike, and what counts sections or links to them looks for this form.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '⟦1/⟧**The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const { text, blocks } = entry;
    const findings: Finding[] = [];
    let before: Block | undefined;
    let hasLists = false;
    for (const block of blocks) {
      const { kind, label, story } = block;
      hasLists ||= kind === 'ordered' || (kind === 'paragraph' && mayBeDamaged(text, block));
      if (label) {
        if (before && isRightBelow(text, before, block)) addAll(findings, joined(text, before, block, label));
        const isUsual = isRegular(text, label, story.from);
        // The quick way past nearly all: a headline follows.
        if (story.from < story.to && !(isUsual && text.charCodeAt(story.from) === ASTERISK))
          addAll(findings, isUsual ? second(text, label, story) : faultIn(text, label, story));
      }
      before = block;
    }
    if (hasLists) addAll(findings, listed(entry, listsOf(entry)));
    return findings;
  },
};

const ASTERISK = 42;

/** Whether nothing but one line break, a space before it perhaps, stands between the blocks. */
function isRightBelow(text: string, { to }: Block, { from }: Block): boolean {
  return from === to + 1 || (from <= to + 3 && /^ ?\r?\n$/.test(text.slice(to, from))); // two spaces break the line
}

/** A section right below another line: the site makes one paragraph of both, unless a hard break shows that this is meant. */
function* joined(text: string, before: Block, { from, indent }: Block, label: Label): Generator<Finding> {
  if (label.kind === 'named' || indent > 0 || !CONTINUED.has(before.kind) || text[before.to - 1] === '\\') return;
  const newLine = text.slice(before.to, from).replace(' ', '');
  yield {
    from,
    to: label.to,
    message: 'No empty line stands before this label, so that the site joins it to what stands above.',
    fix: { title: 'Insert an empty line', edits: [{ from, to: from, text: newLine }] },
  };
}

/** `TK/ 1/ **The mayor`: of the two the number stays. */
function* second(text: string, first: Label, { from }: Block['story']): Generator<Finding> {
  const length = /^(?:\d{1,3}|TK|poll)\/ +/.exec(text.slice(from, from + 8))?.[0].length;
  if (length === undefined) return;
  const gone = first.kind === 'placeholder' ? { from: first.from, to: from } : { from, to: from + length };
  yield {
    from: first.from,
    to: from + length,
    message: 'Two labels stand here.',
    fix: { title: 'Remove one of the labels', edits: [{ ...gone, text: '' }] },
  };
}

/** `3. **The mayor`, `3| **The mayor` between the sections 2 and 4. */
function* listed({ text }: Entry, lists: readonly (readonly Counted[])[]): Generator<Finding> {
  for (const label of lists.flat()) {
    const { kind, from, to, name } = label;
    if (kind === 'damaged') {
      const right = `${label.number}/`;
      const end = text.charCodeAt(to) === 32 ? to + 1 : to;
      yield {
        from,
        to,
        message: `"${text.slice(from, to)}" is no label; a section is labelled "${right}".`,
        fix: { title: `Write "${right} "`, edits: [{ from, to: end, text: `${right} ` }] },
      };
    }
    if (kind !== 'listed') continue;
    const number = text.slice(name.from, name.to);
    yield {
      from,
      to,
      message: `"${text.slice(from, to)}" begins a list; a section is labelled "${number}/".`,
      fix: { title: `Write "${number}/"`, edits: [{ from: name.to, to, text: '/' }] },
    };
  }
}

/** `plol/`, `oll/` */
function isSlipOfPoll(name: string): boolean {
  return name.toLowerCase() !== 'polls' && misspells(name, 'poll');
}

/** The slash directly behind the name, one plain space behind the slash. */
function isRegular(text: string, { kind, name, to }: Label, next: number): boolean {
  if (kind === 'named' && isSlipOfPoll(text.slice(name.from, name.to))) return false;
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
  const written = label.kind === 'poll' || (label.kind === 'named' && isSlipOfPoll(name)) ? 'poll' : name;
  const isGapWrong = gap !== ' ';
  const below = gap === '' ? (/^\r?\n/.exec(text.slice(next, next + 2))?.[0].length ?? 0) : 0;
  yield {
    from: label.from,
    to: isGapWrong && gap !== '' ? next : label.to,
    message: below > 0 ? 'The text of this label stands on the next line.' : messageFor(name, slash, gap, written),
    fix: { title: `Write "${written}/ "`, edits: [{ from: label.from, to: next + below, text: `${written}/ ` }] },
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
