import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { openArchiveIndex } from '../../src/core/archive/archiveIndex.ts';
import { addDays } from '../../src/core/dates/calendar.ts';
import { dayNumber, learnEpochs } from '../../src/core/dates/epochs.ts';
import { anchorsIn } from '../../src/core/entry/anchor.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import type { Stage } from '../../src/core/entry/stage.ts';
import { fixAll } from '../../src/core/lint/fix.ts';
import { lint } from '../../src/core/lint/lint.ts';
import type { Problem, RuleContext } from '../../src/core/lint/rule.ts';
import { rules } from '../../src/core/lint/rules/index.ts';
import { renderBody } from '../../src/core/render/renderBody.ts';
import { everyRule, ruleContext as exampleSurroundings } from '../support/ruleContext.ts';

const zone = 'America/Los_Angeles';
const posts = entriesIn('_posts');
const drafts = entriesIn('_drafts');
const days = posts.map(({ path, text }) => readDay(parseEntry(text), path, false));
const epochs = learnEpochs(days);
const { countdowns } = JSON.parse(readFileSync('samples/daybook.json', 'utf8'));
const archive = openArchiveIndex();
for (const { path, text } of posts) archive.indexEntry(parseEntry(text), path, false);
const anchors = new Map(
  posts.map(({ path, text }) => [path, anchorsIn(renderBody(text.slice(parseEntry(text).body.from)))]),
);

test('the published samples have the dates and numbers in their file names', () => {
  assert.ok(posts.length >= 14, `${posts.length} entries`);
  for (const day of days) assert.equal(day.path, `_posts/${day.date}-day-${day.number}.markdown`);
});

test('the samples contain two counts, each with enough entries to be learned', () => {
  const firsts = days.map(({ date = '', number = 0 }) => addDays(date, 1 - number));
  assert.deepEqual([...new Set(firsts)], ['2022-01-03', '2026-01-05']);
  for (const first of firsts) assert.ok(firsts.filter((other) => other === first).length >= 4, first);
  for (const { date, number } of days) assert.equal(dayNumber(date ?? '', epochs), number, date);
});

test("the samples' offsets are those of their zone, before and after both clock changes", () => {
  for (const { date, time, offset } of days) {
    assert.equal(offset, Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).offset, date);
  }
  const changes = days.filter((day, index) => index > 0 && day.offset !== days[index - 1]?.offset);
  assert.deepEqual(
    changes.map(({ date }) => date),
    ['2025-11-03', '2026-03-09'],
  );
});

test('a published sample has no problem', () => {
  for (const { path, text } of posts) {
    assert.deepEqual(described(text, lint(parseEntry(text), surroundings('published', path), everyRule)), [], path);
  }
});

test('a callback in the samples points to an existing entry', () => {
  const known = new Set(days.map(({ date, number }) => `${date?.replaceAll('-', '/')}/day-${number}/`));
  let count = 0;
  for (const { path, text } of [...posts, ...drafts]) {
    for (const [, target = ''] of text.matchAll(/https:\/\/log\.portalder\.example\/([^)#\s]*)/g)) {
      assert.ok(known.has(target), `${path}: ${target}`);
      count++;
    }
  }
  assert.ok(count >= 8, `${count} callbacks`);
});

test('the nearly finished draft lacks only what TK stands for', () => {
  assert.deepEqual(rulesBroken('day-68.markdown'), ['placeholder']);
});

test('the drafts together break every rule', () => {
  const broken = new Set(drafts.flatMap(({ path }) => rulesBroken(path)));
  assert.deepEqual(
    rules.map(({ id }) => id).filter((id) => !broken.has(id)),
    [],
  );
});

test('the drafts with one fault have no other', () => {
  const severe = (name: string) => problemsOf(name).filter(({ severity }) => severity !== 'hint');
  assert.deepEqual([...new Set(severe('day-69.markdown').map(({ rule }) => rule))], ['front-matter']);
  assert.deepEqual([...new Set(severe('day-70.markdown').map(({ rule }) => rule))], ['date']);
});

test('fixing all problems does not change a published sample, and a second run does not change a draft', () => {
  for (const { path, text } of posts) assert.equal(fixAll(text, surroundings('published', path)).text, text, path);
  for (const { path, text } of drafts) {
    const once = fixAll(text, surroundings('draft', path));
    assert.ok(/6[78]\.markdown$/.test(path) || once.count > 0, path);
    assert.equal(fixAll(once.text, surroundings('draft', path)).text, once.text, path);
  }
});

interface Sample {
  readonly path: string;
  readonly text: string;
}

function entriesIn(folder: string): Sample[] {
  return readdirSync(`samples/${folder}`)
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`samples/${folder}/${name}`, 'utf8') }));
}

function surroundings(stage: Stage, path: string): RuleContext {
  return {
    ...exampleSurroundings(stage, path),
    days,
    countdowns,
    anchorsOf: (target) => anchors.get(target),
    citationLookup: archive.citationLookup,
    dayNumber: (date) => dayNumber(date, epochs),
    utcOffsets: (date, time) => [Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).offset],
  };
}

function problemsOf(name: string): Problem[] {
  const draft = drafts.find(({ path }) => path.endsWith(name));
  assert.ok(draft, name);
  return lint(parseEntry(draft.text), surroundings('draft', draft.path), everyRule);
}

function rulesBroken(name: string): string[] {
  return [...new Set(problemsOf(name).map(({ rule }) => rule))].sort();
}

function described(text: string, problems: readonly Problem[]): string[] {
  return problems.map(({ rule, from, to, message }) => `${rule}: ${message} (${text.slice(from, to)})`);
}
