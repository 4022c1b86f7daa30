import fc from 'fast-check';
import type { Stage } from '../../src/core/entry/stage.ts';
import type { RuleContext } from '../../src/core/lint/rule.ts';
import { damaged, specExamples } from './arbitraryMarkdown.ts';
import { type ArchiveEntry, archiveContexts } from './archiveContexts.ts';
import { corpusEntries, noCorpus } from './corpus.ts';
import { bodyOf, foreignLogs } from './foreign.ts';
import { ruleContext } from './ruleContext.ts';

/** A text and what the rules know beyond it. */
export interface Document {
  readonly text: string;
  readonly context: RuleContext;
}

/** The entries of an archive as published and as drafts. */
function documentsOf(entries: readonly ArchiveEntry[]): Document[] {
  const contextOf = archiveContexts(entries);
  return entries.flatMap(({ path, text }) => STAGES.map((stage) => ({ text, context: contextOf(path, stage) })));
}

const STAGES: readonly Stage[] = ['published', 'draft'];

/** Every archive there is, and the examples of CommonMark's specification, each as a list. */
export function allDocuments(): readonly (readonly Document[])[] {
  const archives = [...(noCorpus ? [] : [corpusEntries()]), ...foreignLogs().map(({ entries }) => entries)];
  return [...STAGES.map(examplesIn), ...archives.map(documentsOf)];
}

function examplesIn(stage: Stage): Document[] {
  const context = ruleContext(stage, '2031-01-31-day-12.markdown');
  return specExamples.map((text) => ({ text, context }));
}

/** A few lines of a document, in some cases after its front matter, in some spliced with those of another one, and damaged. */
export function anyDocument(lists: readonly (readonly Document[])[], maxEdits: number): fc.Arbitrary<Document> {
  const document = fc.constantFrom(...lists).chain((list) => fc.constantFrom(...list));
  const excerpt = fc
    .record({ document, hasHead: fc.boolean(), start: fc.nat(1_000), lines: fc.integer({ min: 2, max: 10 }) })
    .map(({ document: { text, context }, hasHead, start, lines }) => {
      const body = bodyOf(text);
      const all = body.split('\n');
      const from = start % all.length;
      const head = hasHead ? text.slice(0, text.length - body.length) : '';
      return { text: `${head}${all.slice(from, from + lines).join('\n')}\n`, context };
    });
  const spliced = fc
    .record({ first: excerpt, second: excerpt, end: fc.nat(1_000), start: fc.nat(1_000) })
    .map(({ first, second, end, start }) => ({
      text: first.text.slice(0, end % first.text.length) + second.text.slice(start % second.text.length),
      context: first.context,
    }));
  return fc
    .oneof({ arbitrary: excerpt, weight: 3 }, { arbitrary: spliced, weight: 1 })
    .chain(({ text, context }) => damaged(fc.constant(text), maxEdits).map((result) => ({ text: result, context })));
}
