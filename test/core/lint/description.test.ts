import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stage } from '../../../src/core/entry/stage.ts';
import type { Severity } from '../../../src/core/lint/rule.ts';
import { description } from '../../../src/core/lint/rules/description.ts';
import { checkRule, checkSilent, findings } from '../../support/checkRule.ts';
import { ruleContext } from '../../support/ruleContext.ts';

const FIXED: readonly (readonly [string, string])[] = [
  ["'A long noon.⟦ ⟧'", "'A long noon.'"],
  ["'⟦ ⟧A long noon.'", "'A long noon.'"],
  ['A long⟦  ⟧noon.', 'A long noon.'],
  ['\'"A long⟦  ⟧noon."\'', '\'"A long noon."\''],
  ['A long noon⟦..⟧', 'A long noon.'],
  ['A long noo⟦n⟧', 'A long noon.'],
  ['\'"A long noo⟦n"⟧\'', '\'"A long noon."\''],
  ['"\\"A long noo⟦n\\"⟧"', '"\\"A long noon.\\""'],
  ['\'"A long noon⟦".⟧\'', '\'"A long noon."\''],
  ['\'"A long noon?⟦".⟧\'', '\'"A long noon?"\''],
  ['A “long noon⟦”.⟧', 'A “long noon.”'],
  [`'⟦."⟧A long noon."'`, `'"A long noon."'`],
  [`'⟦A"⟧ long noon."'`, `'"A long noon."'`],
  [`'"A long noon.⟦"x⟧'`, `'"A long noon."'`],
  ['⟦“A long noon."⟧', '\'"A long noon."\''],
  ['⟦“It isn\'t noon."⟧', "'\"It isn''t noon.\"'"],
];

test('spaces, a missing full stop and mismatched quotes are fixed', () => {
  for (const [marked, right] of FIXED) checkRule(description, entry(marked), entry(right));
});

test('a value on several lines is reported but not edited', () => {
  checkRule(description, entry(`'"A long noon."⟦\n\n⟧'`));
  checkRule(description, entry('A long⟦  ⟧noon,\n  in winte⟦r⟧'));
});

test('a value that a comment cuts short, and one that is not text, is left alone', () => {
  for (const written of ['They are #1 in town.', '#MeToo', 'false', '2031', '~'])
    checkSilent(description, entry(written));
});

test('a missing quote is reported, and both possible values are offered', () => {
  const [finding] = findings(description, entry('A long noon."'));
  assert.equal(finding?.fix, undefined);
  assert.deepEqual(
    finding?.suggestions?.map(({ edits }) => edits[0]?.text),
    ['\'"A long noon."\'', "'A long noon.'"],
  );
});

test('an empty description is a hint in a draft and a warning once published', () => {
  for (const written of ['', "''", '""', "' '"]) {
    const text = entry(written);
    assert.deepEqual(severities(text, 'published'), ['warning'], written);
    assert.deepEqual(severities(text, 'draft'), ['hint'], written);
  }
});

test('a quotation that does not appear in the entry is a hint', () => {
  assert.deepEqual(severities(entry('\'"A silver river."\''), 'published'), ['hint']);
});

const ACCEPTED: readonly string[] = [
  'A long noon.',
  '"A long noon."',
  '\'"A long noon."\'',
  '\'"a LONG noon!"\'',
  "'\"It isn''t noon.\"'",
  "'\"It isn’t the ''noon.''\"'",
  '\'"A noon in winter."\'',
  'The "long noon" is over.',
  'He is 6\'2" tall.',
  'A long noon…',
  'A long noon...',
  'A long noon –',
  'A long noon (of winter.)',
  'TK.',
  '\'"TK."\'',
  'A long\n  noon.',
  '>\n  A long  noon',
];

test('a correct description, a placeholder and a block scalar are accepted', () => {
  for (const written of ACCEPTED) checkSilent(description, entry(written));
  checkSilent(description, '---\ntitle: Day 12\n---\n');
});

function severities(text: string, stage: Stage): readonly (Severity | undefined)[] {
  return findings(description, text, ruleContext(stage)).map(({ severity }) => severity);
}

function entry(written: string): string {
  return `---\ntitle: Day 12\ndescription: ${written}\n---\n\n1/ **It was a long noon**. "A long noon, with winter in it," she said. "It isn’t the noon."\n`;
}

test('the quotation marks and full stops of other languages are accepted', () => {
  for (const [value, body] of [
    ["'„Die Brücke bleibt zu.“'", 'Sie sagte: „Die Brücke bleibt zu.“'],
    ["'„Die Brücke bleibt zu“.'", 'Sie sagte: „Die Brücke bleibt zu“.'],
    ["'„Most jest zamknięty.”'", 'Mówi: „Most jest zamknięty”.'],
    ["'»Die Brücke bleibt zu.«'", 'Sie sagte: »Die Brücke bleibt zu.«'],
    ["'« Le pont reste fermé. »'", 'Elle a dit : « Le pont reste fermé. »'],
    ["'« Pourquoi ? »'", 'Elle demande : « Pourquoi ? »'],
    ["'「橋は閉じたままです」'", '市長は「橋は閉じたままです」と話した。'],
    ["'橋は閉じた。なぜ？'", '橋は閉じた。'],
    ["'市長の話（第2回 (3)'", '橋は閉じた。'],
    ["'“桥仍然关闭。”'", '她说：“桥**仍然**关闭。”'],
    ["'“桥仍然关闭。”'", '她说：“桥仍然，关闭。”'],
    ["'«الجسر مغلق اليوم.»'", 'قالت: «الجسر مغلق اليوم.»'],
    [`'"הגשר של צה"ל נסגר."'`, 'היא אמרה: "הגשר של צה"ל נסגר."'],
    [`'דובר צה"ל הודיע.'`, 'דובר צה"ל הודיע.'],
  ] as const) {
    checkSilent(description, entry(value).replace(/\n---\n[\s\S]*$/, `\n---\n\n${body}\n`));
  }
});

test('a German quote needs its full stop and both of its marks', () => {
  checkRule(description, entry("'„Die Brücke bleibt z⟦u“⟧'"), entry("'„Die Brücke bleibt zu.“'"));
  assert.equal(findings(description, entry("'Die Brücke bleibt zu.“'")).length, 1);
});
