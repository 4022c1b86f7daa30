import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openArchiveIndex } from '../../src/core/archive/archiveIndex.ts';
import { outletUsages } from '../../src/core/archive/outletUsage.ts';
import { searchDocument } from '../../src/core/archive/searchDocument.ts';
import { pasteCitations } from '../../src/core/compose/citations/pasteCitations.ts';
import { updateCountdowns } from '../../src/core/compose/days/updateCountdowns.ts';
import { descriptionEdit, descriptionSuggestions } from '../../src/core/compose/frontMatter/descriptionSuggestions.ts';
import { todayInOneSentence, todayInOneSentenceEdit } from '../../src/core/compose/frontMatter/todayInOneSentence.ts';
import type { ChangeOutcome, Selection } from '../../src/core/compose/items/change.ts';
import { continueItem } from '../../src/core/compose/items/continueItem.ts';
import { bulletToSection, sectionToBullet } from '../../src/core/compose/items/convertItem.ts';
import { insertItem } from '../../src/core/compose/items/insertItem.ts';
import { mergeItems } from '../../src/core/compose/items/mergeItems.ts';
import { moveItem } from '../../src/core/compose/items/moveItem.ts';
import { numberSections } from '../../src/core/compose/items/numberSections.ts';
import { sendToNotables } from '../../src/core/compose/items/sendToNotables.ts';
import { splitItem } from '../../src/core/compose/items/splitItem.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay } from '../../src/core/entry/readDay.ts';
import type { CompletionContext } from '../../src/core/languageFeatures/completion.ts';
import { completionsAt } from '../../src/core/languageFeatures/completions.ts';
import { foldingRanges } from '../../src/core/languageFeatures/folding.ts';
import { frontMatterCompletionsAt } from '../../src/core/languageFeatures/frontMatterCompletions.ts';
import { hoverAt } from '../../src/core/languageFeatures/hover.ts';
import { inlayHintsIn } from '../../src/core/languageFeatures/inlayHints.ts';
import { outline } from '../../src/core/languageFeatures/outline.ts';
import { selectionRanges } from '../../src/core/languageFeatures/selectionRanges.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { createPreviewRenderer } from '../../src/core/render/targets/previewPage.ts';
import { readiness } from '../../src/core/reports/readiness.ts';
import { statsOf } from '../../src/core/reports/stats.ts';
import type { Span } from '../../src/core/text/text.ts';
import { corpusEntries, noCorpus } from '../support/corpus.ts';
import { checkEdits } from '../support/invariants.ts';
import { damageOnce, type Random, randomFrom } from '../support/randomEdits.ts';
import { ruleContext } from '../support/ruleContext.ts';

const SITE = { siteUrl: 'https://log.example' };

// Runs all features on randomly damaged entries, as they are while somebody writes: nothing throws or hangs, and no edit is outside
// the text. A longer run: `DAYBOOK_EDITS=200000 npm test -- unit --match featuresOnDamagedText --level slow`.

const EDITS = Number(process.env['DAYBOOK_EDITS'] ?? 5000);
const PATH = '_drafts/day-12.markdown';

test(`all features work on ${EDITS} damaged excerpts of real entries`, { skip: noCorpus }, () => {
  const random = randomFrom(2031);
  const texts = corpusEntries().map(({ text }) => text);
  const features = indexArchive(texts.slice(-5));
  for (let edit = 0; edit < EDITS; ) {
    let text = excerpt(texts[random(texts.length)] ?? '', random);
    for (let turn = 0; turn < 10; turn++, edit++) {
      text = damageOnce(text, random);
      try {
        checkFeatures(text, random, features);
      } catch (error) {
        assert.fail(`edit ${edit}: ${error instanceof Error ? error.stack : error}\n${JSON.stringify(text)}`);
      }
    }
  }
});

type FeatureData = Pick<CompletionContext, 'archive' | 'outletUsages' | 'outlets'> & {
  readonly archive: ReturnType<typeof openArchiveIndex>;
};

function indexArchive(texts: readonly string[]): FeatureData {
  const archive = openArchiveIndex();
  texts.forEach(
    (text, index) =>
      void archive.indexEntry(parseEntry(text), `_posts/2031-01-${11 + index}-day-${index}.markdown`, false),
  );
  return { archive, outletUsages: outletUsages(archive), outlets: archive.outlets() };
}

/** Returns up to two thousand characters, after front matter if they have none. */
function excerpt(text: string, random: Random): string {
  const from = random(3) === 0 ? 0 : random(text.length);
  const part = text.slice(from, from + 200 + random(1800));
  return from === 0 ? part : `---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n${part}`;
}

function checkFeatures(text: string, random: Random, features: FeatureData): void {
  const entry = parseEntry(text);
  const offset = random(text.length + 1);
  const to = Math.min(text.length, offset + random(3) * random(60));
  checkViews(entry, offset, features);
  checkCompletions(entry, offset, features);
  checkCommands(entry, { anchor: offset, active: to }, features);
}

/** Views, hovers, inlay hints and the preview. */
function checkViews(entry: Entry, offset: number, { archive, outletUsages }: FeatureData): void {
  const ownDay = readDay(entry, PATH, true);
  const context = ruleContext('draft', 'day-12.markdown');
  checkSpans(entry.text, [...foldingRanges(entry), ...selectionRanges(entry, offset), ...readiness(entry, context)]);
  outline(entry);
  hoverAt(entry, offset, { outletUsages, citationLookup: archive.citationLookup, ownDay });
  for (const inlay of inlayHintsIn(entry, ownDay, archive.citationLookup)) assert.ok(inlay.offset <= entry.text.length);
  statsOf(entry, lint(entry, context));
  searchDocument(entry, ownDay);
  for (const target of ['site', 'email', 'text'] as const) {
    const { head, body } = createPreviewRenderer(() => SITE)(entry, {
      target,
      zone: undefined,
    });
    checkSpans(entry.text, [...head, ...body]);
  }
}

function checkCompletions(entry: Entry, offset: number, { archive, outletUsages, outlets }: FeatureData): void {
  const ownDay = readDay(entry, PATH, true);
  const site = 'https://log.example';
  for (const { span, insertText, caret = 0 } of completionsAt(entry, offset, {
    archive,
    outletUsages,
    outlets,
    trackingParameters: [],
    site,
    ownDay,
  })) {
    checkSpans(entry.text, [span]);
    assert.ok(caret <= insertText.length);
  }
  const suggestions = {
    tags: new Map([['a', 2]]),
    now: '2031-01-31 09:30:00 -08:00',
    title: 'Day 12',
    images: ['/a.png'],
  };
  for (const { edit } of frontMatterCompletionsAt(entry, offset, suggestions))
    checkEdits(entry.text, [edit], 'completion');
}

function checkCommands(entry: Entry, selection: Selection, { outlets }: FeatureData): void {
  const { text } = entry;
  const selections = [selection];
  const outcomes: Readonly<Record<string, ChangeOutcome | undefined>> = {
    up: moveItem(entry, selections, 'up'),
    down: moveItem(entry, selections, 'down'),
    split: splitItem(entry, selections),
    merge: mergeItems(entry, selections),
    section: bulletToSection(entry, selections),
    bullet: sectionToBullet(entry, selections),
    notables: sendToNotables(entry, selections),
    'insert section': insertItem(entry, selections, 'section'),
    'insert bullet': insertItem(entry, selections, 'bullet'),
    continue: continueItem(entry, selections),
  };
  for (const [name, outcome] of Object.entries(outcomes)) {
    if (outcome?.ok) checkEdits(text, outcome.edits, name);
    else assert.notEqual(outcome?.message, '', name);
  }
  checkEdits(text, numberSections(entry), 'numbers');
  checkEdits(text, updateCountdowns(entry, ruleContext('draft', 'day-12.markdown')), 'countdowns');
  for (const suggestion of descriptionSuggestions(entry))
    checkEdits(text, [descriptionEdit(entry, suggestion)], 'description');
  const sentence = todayInOneSentence(entry);
  if (sentence !== undefined) checkEdits(text, [todayInOneSentenceEdit(entry, sentence)], 'one sentence');
  const span = { from: selection.anchor, to: selection.active };
  const pasted = pasteCitations(entry, span, { text: 'https://www.herald.example/a?utm_source=b' }, outlets);
  if (pasted) checkEdits(text, pasted.edits, 'paste');
}

function checkSpans(text: string, spans: readonly Span[]): void {
  for (const { from, to } of spans) assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to}`);
}
