import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import yaml from 'js-yaml';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { fixAll } from '../../../src/core/lint/fix.ts';
import { keepsOtherValues } from '../../../src/core/lint/frontMatter/keepsOtherValues.ts';
import { readMarks } from '../../support/markedText.ts';
import { ruleContext } from '../../support/ruleContext.ts';

test('an edit is refused if it changes another key, or makes the YAML or its value invalid', () => {
  check('title: ⟦Day12⟧\nnote: a', 'Day 12', true);
  check("note: ⟦'it's'⟧\nseo: a", "'it''s'", true);
  check("note: ⟦'it's'⟧\nseo: &t a\ntags: *t", "'it''s'", true);
  check('note: ⟦a⟧\nseo: b', "'a", false);
  check('note: ⟦a⟧\nseo: b', 'a\nseo: c', false);
  check('note: ⟦a⟧\nseo: b', 'a #', true);
  check('note: ⟦a⟧\nseo: b', '[a', false);
  check('note: ⟦a⟧\nseo: b', '12', false);
  check('note: ⟦a\nseo: b⟧', 'c', false);
  check('note: &t ⟦a⟧\nseo: *t', 'b', false);
});

test('an edit is refused in a value on several lines and in front matter that is not closed', () => {
  check('note: a⟦  ⟧b\n  c', ' ', false);
  check('note:\n  - a⟦  ⟧b', ' ', false);
  const unclosed = parseEntry('---\ntitle: Day12\n\nText.\n');
  assert.equal(keepsOtherValues(unclosed, [{ from: 11, to: 16, text: 'Day 12' }]), false);
  assert.equal(keepsOtherValues(parseEntry('Text.'), [{ from: 0, to: 1, text: 't' }]), false);
});

/** Whether the marked range of the front matter may be replaced. */
function check(marked: string, text: string, isAllowed: boolean): void {
  const {
    text: source,
    ranges: [range],
  } = readMarks(`---\n${marked}\n---\n\nText.\n`);
  assert.ok(range);
  assert.equal(keepsOtherValues(parseEntry(source), [{ ...range, text }]), isAllowed, `${marked} → ${text}`);
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  title: ['Day 12', "'Day 12'", 'Day 12: The flood', '"Day 12: The flood"', 'Day12', '12'],
  date: ['2031-01-31 09:30:00 -08:00', '2031-02-01T06:59:59Z', '2031-01-31 09:30:00 -07:00', '2031-01-31'],
  description: [
    `'"It was late."'`,
    'It was late',
    'They are #1 in town.',
    '"It was late." he said.',
    'A\n  long  noon',
  ],
  image: ['/uploads/12.jpg', 'uploads/12.jpg', '"/uploads/12.jpg"'],
  todayInOneSentence: ['The mayor left;and it rained', "'It''s late.'", 'It was\n  late'],
  tags: ["['women's']", '[a, b]', '\n  - a\n  - b', '\n\t- a'],
  podcast: ['\n  url: a\n  title: b', '{a: b}', '&t x'],
  seo: ['*t', "'80s are back", '|\n  One\n\n  # two', 'true', '12'],
};

const anyKey = fc
  .constantFrom(...Object.keys(VALUES))
  .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...(VALUES[name] ?? []))))
  .chain(([name, value]) =>
    fc.constantFrom(`${name}: ${value}`, `${name}: ${value}`, `${name} : ${value}`, `${name}:${value}`),
  );

const BODY = '1/ **Head**. She said "no" twice. ([A News](https://a.example/1))';

/** A character at a random place in the text. */
const anyDamage = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom('"', "'", ' ', ':', '#', ' #', '\t', '\n', '.', '[', '', '---\n'),
);

const anyFrontMatter = fc
  .tuple(
    fc.uniqueArray(anyKey, { maxLength: 6, selector: (key) => /^\w+/.exec(key)?.[0] }),
    fc.array(anyDamage, { maxLength: 3 }),
    fc.constantFrom('---\n', '---\n', '---\n', '...\n', ''),
  )
  .map(([keys, damages, close]) => {
    let matter = `${keys.join('\n')}\n`;
    for (const [share, sign] of damages) {
      const at = Math.floor(share * matter.length);
      matter = matter.slice(0, at) + sign + matter.slice(at + (sign === '' ? 1 : 0));
    }
    return `---\n${matter}${close}\n${BODY}\n`;
  });

test('fix-all of any damaged front matter changes no text but what it names, and converges', () => {
  fc.assert(
    fc.property(anyFrontMatter, (text) => {
      const { text: fixed, problems } = fixAll(text, ruleContext('published', '2031-01-31-day-12.markdown'));
      assert.deepEqual(
        problems.filter(({ fix }) => fix),
        [],
      );
      assert.equal(fixAll(fixed, ruleContext('published', '2031-01-31-day-12.markdown')).text, fixed);
      const before = parseEntry(text);
      const after = parseEntry(fixed);
      if (text.slice(before.body.from).trim() === BODY) assert.equal(fixed.slice(after.body.from).trim(), BODY);
      if (!before.frontMatter?.close) {
        const to = before.frontMatter?.to ?? 0;
        return assert.equal(fixed.slice(0, to), text.slice(0, to));
      }
      const valuesBefore = read(text);
      if (!valuesBefore) return;
      const valuesAfter = read(fixed);
      assert.ok(valuesAfter, fixed);
      assert.deepEqual(Object.keys(valuesAfter), Object.keys(valuesBefore));
      for (const [name, value] of Object.entries(valuesBefore)) {
        const right: unknown = valuesAfter[name];
        if (EDITABLE.has(name) && typeof value === 'string' && !isOnSeveralLines(text, name)) {
          assert.equal(typeof right, 'string');
        } else if (name !== 'date' && name !== 'title') {
          assert.deepEqual(right, value, name);
        }
        if (name === 'date' && isMoment(value))
          assert.equal(Date.parse(`${right}`.replace(/ (?=[+-])/, '')), Date.parse(value.replace(/ (?=[+-])/, '')));
      }
    }),
    { seed: 1080, numRuns: 300 },
  );
});

const EDITABLE: ReadonlySet<string> = new Set(['title', 'date', 'description', 'image', 'todayInOneSentence']);

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d ?(?:Z|[+-]\d\d:\d\d)$/.test(value);
}

function isOnSeveralLines(text: string, name: string): boolean {
  const key = parseEntry(text).frontMatter?.keys.findLast((candidate) => candidate.name === name);
  return key === undefined || text.slice(key.value.from, key.value.to).includes('\n');
}

/** The values as another reader sees them; undefined if they are not valid YAML. */
function read(text: string): Readonly<Record<string, unknown>> | undefined {
  const source = /^---\n([\s\S]*?)^(?:---|\.\.\.)$/m.exec(text)?.[1];
  if (source === undefined) return undefined;
  try {
    const values: unknown = yaml.load(source, { schema: yaml.CORE_SCHEMA, json: true });
    return typeof values === 'object' && values !== null ? { ...values } : undefined;
  } catch {
    return undefined;
  }
}
