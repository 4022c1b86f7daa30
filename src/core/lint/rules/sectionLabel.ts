import type { Block, Label } from '../../entry/entry.ts';
import { CONTINUABLE_KINDS } from '../../entry/parse.ts';
import { misspells } from '../../outlets/spelling.ts';
import { isDigit } from '../../text/characters.ts';
import { SPACE } from '../../text/charCodes.ts';
import type { Span } from '../../text/text.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';
import { mayHaveDamagedLabel } from '../sections/damagedLabel.ts';
import {
  fitsSequence,
  hasLabelForm,
  isBeforeHeadline,
  isDirectlyBelow,
  isPlainLabel,
  mayFollowLabel,
  textStart,
} from '../sections/plausibleLabel.ts';
import { type CountedLabel, nextSectionLabelFinder, numberOf, sectionListsIn } from '../sections/sectionLists.ts';

export const sectionLabel: Rule = {
  id: 'section-label',
  summary: 'A label is written "1/ " or "poll/ ": one slash, one space, lower case, and a blank line above.',
  why: 'All labels in the log look the same, and everything that counts sections or links to them relies on this form.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '⟦1/⟧**The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  reaches: ['line'],
  check(entry) {
    const { text, blocks } = entry;
    const findings: Finding[] = [];
    const nextSectionLabel = nextSectionLabelFinder(blocks);
    let previousLabel: Label | undefined;
    let hasLists = false;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      if (!block) break;
      const { kind, label } = block;
      if (kind === 'ordered' || (!hasLists && kind === 'paragraph' && mayHaveDamagedLabel(text, block)))
        hasLists = true;
      if (!label) continue; // most blocks
      const previous = blocks[index - 1];
      if (kind === 'section' && isPlainLabel(text, label)) {
        if (previous && isDirectlyBelow(text, previous, block))
          addFindings(findings, missingBlankLine(text, previous, block, label));
        previousLabel = label;
      } else {
        const next = textStart(text, block);
        const fits = () => {
          const following = nextSectionLabel(index);
          return fitsSequence(
            numberOf(text, label),
            previousLabel && numberOf(text, previousLabel),
            following && numberOf(text, following),
          );
        };
        const isLabel =
          hasLabelForm(text, label, block) || (kind === 'section' && mayFollowLabel(text, next) && fits());
        if (isLabel && previous && isDirectlyBelow(text, previous, block)) {
          if (label.kind !== 'number' || isBeforeHeadline(text, next) || fits())
            addFindings(findings, missingBlankLine(text, previous, block, label));
        }
        if (isLabel && block.content.from < block.content.to)
          addFindings(
            findings,
            isWellFormedLabel(text, label, next) ? repeatedLabels(text, label, next) : labelFault(text, label, next),
          );
        if (isLabel && kind === 'section') previousLabel = label;
      }
    }
    if (!hasLists) return findings;
    for (const list of sectionListsIn(entry)) {
      for (const label of list) {
        const finding = otherLabel(text, label);
        if (finding) addFindings(findings, [finding]);
      }
    }
    return findings;
  },
};

/** A section directly below another line: the site makes one paragraph of both. A hard break shows that this is intended. */
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

/** `TK/ 1/ **The mayor`: one label stays, the first that is not a placeholder. Which of two numbers is right is uncertain. */
function* repeatedLabels(text: string, first: Label, from: number): Generator<Finding> {
  let kept: Span = { from: first.from, to: from };
  let keptName = first.kind === 'placeholder' ? undefined : text.slice(first.name.from, first.name.to);
  let isCertain = true;
  let count = 1;
  let end = from;
  ANOTHER_LABEL.lastIndex = from;
  for (let match = ANOTHER_LABEL.exec(text); match; match = ANOTHER_LABEL.exec(text)) {
    const [, name] = match;
    end = ANOTHER_LABEL.lastIndex;
    count++;
    if (name === 'TK') continue;
    if (keptName === undefined) {
      kept = { from: match.index, to: end };
      keptName = name;
    } else isCertain &&= name === keptName;
  }
  if (count === 1) return;
  const edits = [
    { from: first.from, to: kept.from, text: '' },
    { from: kept.to, to: end, text: '' },
  ];
  const fix = {
    title: count === 2 ? 'Remove one label' : 'Remove all labels but one',
    edits: edits.filter((edit) => edit.from < edit.to),
  };
  yield {
    from: first.from,
    to: end,
    message: `${count === 2 ? 'Two' : 'Several'} labels in a row.`,
    ...(isCertain ? { fix } : { suggestions: [fix] }),
  };
}

const ANOTHER_LABEL = /(\d{1,3}|TK|poll)\/ +/y;

/** `3. **The mayor` and `3| **The mayor` between sections 2 and 4. */
function otherLabel(text: string, label: CountedLabel): Finding | undefined {
  const { kind, from, to, name } = label;
  if (kind === 'damaged') {
    const expected = `${label.number}/`;
    const end = text.charCodeAt(to) === SPACE ? to + 1 : to;
    return {
      from,
      to,
      message: `"${text.slice(from, to)}" is not a label: expected "${expected}".`,
      fix: { title: `Replace with "${expected} "`, edits: [{ from, to: end, text: `${expected} ` }] },
    };
  }
  if (kind !== 'listed') return undefined;
  const number = text.slice(name.from, name.to);
  return {
    from,
    to,
    message: `"${text.slice(from, to)}" starts a list: expected the label "${number}/".`,
    fix: { title: `Replace with "${number}/"`, edits: [{ from: name.to, to, text: '/' }] },
  };
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

function* labelFault(text: string, label: Label, next: number): Generator<Finding> {
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
