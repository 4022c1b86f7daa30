import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { lint } from '../../../../src/core/lint/lint.ts';
import { rules } from '../../../../src/core/lint/rules/index.ts';
import { constructsAt } from '../../../../src/core/lint/unfinished/constructs.ts';
import { snippetAfter, spansAfter } from '../../../../src/core/lint/unfinished/typedChange.ts';
import { isUnfinished, STRUCTURAL_RULES } from '../../../../src/core/lint/unfinished/waitingProblems.ts';
import { readMarks } from '../../../support/markedText.ts';
import { ruleContext } from '../../../support/ruleContext.ts';

const CONTEXT = { ...ruleContext('draft', 'day-1.markdown'), dayNumber: () => undefined };

const FRONT = '---\ntitle: Day 1\ndate: 2031-01-31 09:00:00 -08:00\n---\n\n';

/** The rules of a draft's problems with the caret at `‸`: those that wait and those that are shown. */
function problemsAt(marked: string) {
  const { text, cursor = 0 } = readMarks(marked.startsWith('---') ? marked : FRONT + marked);
  const entry = parseEntry(text);
  const constructs = constructsAt(entry, cursor);
  const problems = lint(entry, CONTEXT).filter(({ severity }) => severity !== 'hint');
  const rulesOf = (waiting: boolean) =>
    problems.filter((problem) => isUnfinished(problem, constructs) === waiting).map(({ rule }) => rule);
  return { waiting: rulesOf(true), shown: rulesOf(false) };
}

/** Asserts that there are problems, and that all of them wait. */
function waits(marked: string): void {
  const { waiting, shown } = problemsAt(marked);
  assert.deepEqual(shown, [], marked);
  assert.ok(waiting.length > 0, `no problem: ${marked}`);
}

/** Asserts that exactly these problems are shown. */
function shows(marked: string, ...expected: string[]): void {
  assert.deepEqual(problemsAt(marked).shown, expected, marked);
}

const ITEM = '1/ **The mayor resigned**. She left. ';
const HERALD = '[Herald](https://herald.example/a)';

test('a group, link or bracket waits for its end while the caret is in it', () => {
  waits(`${ITEM}(${HERALD}‸`);
  waits(`${ITEM}(${HERALD} / ‸`);
  waits(`${ITEM}(${HERALD} /‸)`);
  waits(`${ITEM}(${HERALD} / [Harbor Radio‸])`);
  waits(`${ITEM}(${HERALD} / [Harbor Radio]‸`);
  waits(`${ITEM}([Herald](‸`);
  waits(`${ITEM}([Herald](‸))`);
  waits(`${ITEM}([Herald](https://‸))`);
  waits(`${ITEM}(${HERALD} / https://kxyz.example/‸)`);
  waits(`${ITEM}(${HERALD})‸)`);
});

test('a group that the caret has left is shown', () => {
  shows(`${ITEM}(${HERALD}\n\n‸`, 'citation-unclosed');
  shows(`1/ **The mayor re‸signed**. She left. (${HERALD}`, 'citation-unclosed');
  shows(`${ITEM}(${HERALD} / [Harbor Radio])\n\n* **B‸**.`, 'citation-unlinked');
  shows(`${ITEM}(${HERALD} / )\n\n2/ **B**. She left. ([KXYZ](https://kxyz.example/‸`, 'citation-separator');
});

test('bold text waits for its closing asterisks', () => {
  waits('1/ **The mayor‸');
  waits('1/ **The mayor ‸**');
  waits('1/ **The mayor‸. Then **she** left.');
  shows('1/ **The mayor **left‸. Then she left.', 'headline-bold');
  shows('1/ **The mayor. She left.\n\n2/ ‸', 'headline-bold');
});

test('labels, Liquid tags and values of the front matter wait', () => {
  waits('1/‸**A**. B.');
  waits('1/ **A**. B.\n\n{% twitter https://x.example/1‸');
  waits('---\ntitle: Day 1\ndate: 2031-01-3‸\n---\n\n1/ **A**. B.\n');
  waits('---\ntitle: Day 1\ndate: 2031-01-31 09:00:00 -08:00\ndescription: \'"She left‸\n---\n\n1/ **A**. B.\n');
  shows('---\ntitle: Day 1\ndate: 2031-01-3\n---\n\n1/ **A**. B‸.\n', 'date');
});

test('problems that are not structural never wait', () => {
  shows('1/ **A**. She left at noon.The council‸', 'sentence-spacing');
  shows('1/ **A**. She left left‸ at noon.', 'repeated-word');
  for (const rule of ['section-number', 'sentence-spacing', 'repeated-word', 'citation-repeated', 'citation-outlet'])
    assert.equal(STRUCTURAL_RULES[rule], undefined, rule);
});

test('only existing rules are structural', () => {
  const ids = rules.map(({ id }) => id);
  for (const rule of Object.keys(STRUCTURAL_RULES)) assert.ok(ids.includes(rule), rule);
});

test('everything in a live snippet waits', () => {
  const text = `${FRONT}1/ **Headline**. Text. ([Outlet](https://) / [Outlet](https://))`;
  const problems = lint(parseEntry(text), CONTEXT).filter(({ severity }) => severity === 'error');
  assert.ok(problems.length > 0);
  const snippet = { kind: 'snippet', from: FRONT.length, to: text.length } as const;
  for (const problem of problems) assert.ok(isUnfinished(problem, [snippet]), problem.rule);
});

test('a snippet stays live while changes are inside it', () => {
  const snippet = snippetAfter(undefined, [{ from: 10, to: 14, text: '([Outlet](https://))' }]);
  assert.deepEqual(snippet, { from: 10, to: 30 });
  assert.deepEqual(snippetAfter(snippet, [{ from: 12, to: 18, text: 'NPR' }]), { from: 10, to: 27 });
  assert.equal(snippetAfter(snippet, [{ from: 31, to: 31, text: 'a' }]), undefined);
  assert.equal(snippetAfter(undefined, [{ from: 3, to: 3, text: `(${HERALD})` }]), undefined);
  assert.deepEqual(snippetAfter(undefined, [{ from: 3, to: 3, text: '[Herald]()' }]), { from: 3, to: 13 });
});

test('the spans of changed text are those after the change', () => {
  const edits = [
    { from: 20, to: 22, text: 'abc' },
    { from: 5, to: 5, text: 'xy' },
  ];
  assert.deepEqual(spansAfter(edits), [
    { from: 5, to: 7 },
    { from: 22, to: 25 },
  ]);
});

test('an entry typed letter by letter never shows an error at the caret', () => {
  const text = `${FRONT}1/ **The mayor resigned**. She left, [as expected](https://a.example/b), at noon. (${HERALD} / [KXYZ](https://kxyz.example/c))\n\n* **A bullet**. ("She *left*," he said.) ([Herald](https://herald.example/d))\n\n{% twitter https://x.example/1 %}\n\npoll/ **51% support it**. ([Pollster](https://poll.example/1))\n`;
  for (let end = FRONT.length; end <= text.length; end++) {
    const { shown } = problemsAt(`${text.slice(0, end)}‸`);
    assert.deepEqual(shown, [], text.slice(0, end));
  }
});
