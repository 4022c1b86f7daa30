import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openIndex } from '../../src/core/archive/archiveIndex.ts';
import { outletUsages } from '../../src/core/archive/outletUsage.ts';
import { searchDocument } from '../../src/core/archive/searchDocument.ts';
import { pasteCitations } from '../../src/core/compose/citations/paste.ts';
import { updateCountdowns } from '../../src/core/compose/frontMatter/countdown.ts';
import { descriptionEdit, descriptionOffers } from '../../src/core/compose/frontMatter/description.ts';
import { oneSentenceEdit, todayInOneSentence } from '../../src/core/compose/frontMatter/oneSentence.ts';
import type { Outcome, Selection } from '../../src/core/compose/items/change.ts';
import { continueItem } from '../../src/core/compose/items/continueItem.ts';
import { insertItem } from '../../src/core/compose/items/insertItem.ts';
import { bulletToSection, sectionToBullet } from '../../src/core/compose/items/itemKind.ts';
import { mergeItems } from '../../src/core/compose/items/mergeItems.ts';
import { moveItem } from '../../src/core/compose/items/moveItem.ts';
import { sendToNotables } from '../../src/core/compose/items/notables.ts';
import { numberSections } from '../../src/core/compose/items/numberSections.ts';
import { splitItem } from '../../src/core/compose/items/splitItem.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import type { CompletionContext } from '../../src/core/languageFeatures/completion.ts';
import { completionsAt } from '../../src/core/languageFeatures/completions.ts';
import { frontMatterCompletionsAt } from '../../src/core/languageFeatures/frontMatterCompletions.ts';
import { hoverAt } from '../../src/core/languageFeatures/hover.ts';
import { inlayHintsIn } from '../../src/core/languageFeatures/inlayHints.ts';
import { foldings, outline, spansAround } from '../../src/core/languageFeatures/outline.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { createPreviewRenderer } from '../../src/core/render/targets/previewPage.ts';
import { readiness } from '../../src/core/reports/readiness.ts';
import { statsOf } from '../../src/core/reports/stats.ts';
import type { Span } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { damaged, type Random, randomFrom } from '../support/damage.ts';
import { checkEdits } from '../support/invariants.ts';
import { ruleContext } from '../support/ruleContext.ts';

// What a writer is offered and can do in an entry that is damaged at random, as it is while it is written: nothing throws or
// runs on for ever, and no edit leaves the text. A longer run: `DAYBOOK_EDITS=200000 npm test -- unit --match damaged`.

const EDITS = Number(process.env['DAYBOOK_EDITS'] ?? 5000);
const PATH = '_drafts/day-12.markdown';

test(`whatever is asked of ${EDITS} damaged stretches of real entries has an answer`, { skip: noCorpus }, () => {
  const random = randomFrom(2031);
  const texts = corpusEntries().map(({ text }) => text);
  const known = archiveOf(texts.slice(-5));
  for (let edit = 0; edit < EDITS; ) {
    let text = stretch(texts[random(texts.length)] ?? '', random);
    for (let turn = 0; turn < 10; turn++, edit++) {
      text = damaged(text, random);
      try {
        ask(text, random, known);
      } catch (error) {
        assert.fail(`edit ${edit}: ${error instanceof Error ? error.stack : error}\n${JSON.stringify(text)}`);
      }
    }
  }
});

type Known = Pick<CompletionContext, 'archive' | 'uses' | 'outlets'> & {
  readonly archive: ReturnType<typeof openIndex>;
};

function archiveOf(texts: readonly string[]): Known {
  const archive = openIndex();
  texts.forEach(
    (text, index) => void archive.put(parseEntry(text), `_posts/2031-01-${11 + index}-day-${index}.markdown`, false),
  );
  return { archive, uses: outletUsages(archive), outlets: archive.outlets() };
}

/** Up to two thousand characters, behind a front matter where they have none. */
function stretch(text: string, random: Random): string {
  const from = random(3) === 0 ? 0 : random(text.length);
  const part = text.slice(from, from + 200 + random(1800));
  return from === 0 ? part : `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n${part}`;
}

function ask(text: string, random: Random, known: Known): void {
  const entry = parseEntry(text);
  const at = random(text.length + 1);
  const to = Math.min(text.length, at + random(3) * random(60));
  read(entry, at, known);
  offer(entry, at, known);
  change(entry, { anchor: at, active: to }, known);
}

/** What the views show, and the preview. */
function read(entry: Entry, at: number, { archive, uses }: Known): void {
  const own = readDay(entry, PATH, true);
  const around = ruleContext('draft', 'day-12.markdown');
  checkSpans(entry.text, [...foldings(entry), ...spansAround(entry, at), ...readiness(entry, around)]);
  outline(entry);
  hoverAt(entry, at, { uses, citing: archive.citing, own });
  for (const inlay of inlayHintsIn(entry, own, archive.citing)) assert.ok(inlay.at <= entry.text.length);
  statsOf(entry, lint(entry, around));
  searchDocument(entry, own);
  for (const target of ['site', 'email', 'text'] as const) {
    const { head, body } = createPreviewRenderer('https://log.example')(entry, { target, zone: undefined });
    checkSpans(entry.text, [...head, ...body]);
  }
}

function offer(entry: Entry, at: number, { archive, uses, outlets }: Known): void {
  const own = readDay(entry, PATH, true);
  const site = 'https://log.example';
  for (const { span, text, caret = 0 } of completionsAt(entry, at, {
    archive,
    uses,
    outlets,
    tracking: [],
    site,
    own,
  })) {
    checkSpans(entry.text, [span]);
    assert.ok(caret <= text.length);
  }
  const suggested = { tags: new Map([['a', 2]]), now: '2031-01-31 09:30:00 -08:00', day: 12, images: ['/a.png'] };
  for (const { edit } of frontMatterCompletionsAt(entry, at, suggested)) checkEdits(entry.text, [edit], 'completion');
}

function change(entry: Entry, selection: Selection, { outlets }: Known): void {
  const { text } = entry;
  const selections = [selection];
  const outcomes: Readonly<Record<string, Outcome | undefined>> = {
    up: moveItem(entry, selections, 'up'),
    down: moveItem(entry, selections, 'down'),
    split: splitItem(entry, selections),
    merge: mergeItems(entry, selections),
    section: bulletToSection(entry, selections),
    bullet: sectionToBullet(entry, selections),
    notables: sendToNotables(entry, selections),
    'insert section': insertItem(entry, selections, 'section'),
    'insert bullet': insertItem(entry, selections, 'bullet'),
    'go on': continueItem(entry, selections),
  };
  for (const [name, outcome] of Object.entries(outcomes)) {
    if (outcome?.ok) checkEdits(text, outcome.edits, name);
    else assert.notEqual(outcome?.message, '', name);
  }
  checkEdits(text, numberSections(entry), 'numbers');
  checkEdits(text, updateCountdowns(entry, ruleContext('draft', 'day-12.markdown')), 'countdowns');
  for (const found of descriptionOffers(entry)) checkEdits(text, [descriptionEdit(entry, found)], 'description');
  const sentence = todayInOneSentence(entry);
  if (sentence !== undefined) checkEdits(text, [oneSentenceEdit(entry, sentence)], 'one sentence');
  const span = { from: selection.anchor, to: selection.active };
  const pasted = pasteCitations(entry, span, { text: 'https://www.herald.example/a?utm_source=b' }, outlets);
  if (pasted) checkEdits(text, pasted.edits, 'paste');
}

function checkSpans(text: string, spans: readonly Span[]): void {
  for (const { from, to } of spans) assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to}`);
}
