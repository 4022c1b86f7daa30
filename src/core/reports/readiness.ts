import type { Capitalization } from '../compose/frontMatter/capitalization.ts';
import { descriptionEdit, descriptionSuggestions } from '../compose/frontMatter/descriptionSuggestions.ts';
import { todayInOneSentence, todayInOneSentenceEdit } from '../compose/frontMatter/todayInOneSentence.ts';
import { numberSections } from '../compose/items/numberSections.ts';
import type { Entry } from '../entry/entry.ts';
import { findKey } from '../entry/keys.ts';
import { keyAsSubject } from '../lint/frontMatter/keyName.ts';
import { lint, type Severities } from '../lint/lint.ts';
import type { Fix, Problem, RuleContext } from '../lint/rule.ts';

/**
 * The problems to solve before an entry can be published, in the order of the text, with suggestions: the errors and warnings that it
 * would have as a post. Infos and hints are matters of taste and do not count.
 */
export function readiness(
  entry: Entry,
  context: RuleContext,
  severities: Severities = {},
  capitalization?: Capitalization,
): Problem[] {
  const problems = lint(entry, { ...context, stage: 'published' }, severities)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(context.stage === 'draft' ? countsInDraft(entry, context, severities) : () => true);
  return problems.map((problem) => withSuggestions(entry, problem, capitalization));
}

/** A draft prepared the evening before has tomorrow's number. That is no problem, since publishing gives it tomorrow's date. */
function countsInDraft(entry: Entry, context: RuleContext, severities: Severities): (problem: Problem) => boolean {
  const wrongNumbers = new Set(
    lint(entry, context, severities)
      .filter(({ rule }) => rule === 'day-number')
      .map(({ from }) => from),
  );
  return ({ rule, from }) => rule !== 'day-number' || wrongNumbers.has(from);
}

function withSuggestions(entry: Entry, problem: Problem, capitalization: Capitalization | undefined): Problem {
  const suggestions = suggestionsFor(entry, problem, capitalization);
  return suggestions.length === 0 ? problem : { ...problem, suggestions };
}

function suggestionsFor(entry: Entry, problem: Problem, capitalization: Capitalization | undefined): readonly Fix[] {
  if (problem.rule === 'placeholder' && isLabel(entry, problem)) {
    const edits = numberSections(entry);
    if (edits.length > 0) return [{ title: 'Number the sections', edits }];
  }
  const key = composableKeyOf(entry, problem);
  if (key === 'description') return descriptionFixes(entry);
  if (key === 'todayInOneSentence') {
    const sentence = todayInOneSentence(entry, capitalization);
    if (sentence !== undefined) {
      return [{ title: 'Write "Today in one sentence"', edits: [todayInOneSentenceEdit(entry, sentence)] }];
    }
  }
  return problem.suggestions ?? [];
}

function isLabel({ blocks }: Entry, { from }: Problem): boolean {
  return blocks.some(({ label }) => label?.kind === 'placeholder' && label.from === from);
}

/** The key that a problem reports as missing or as a placeholder, if Daybook can compose its value. */
function composableKeyOf({ frontMatter }: Entry, { rule, from, message }: Problem): string | undefined {
  if (rule === 'front-matter-keys') {
    return COMPOSABLE_KEYS.find((name) => message.includes(name) || message.startsWith(keyAsSubject(name)));
  }
  if (rule !== 'placeholder' && rule !== 'description') return undefined;
  return COMPOSABLE_KEYS.find((name) => {
    const key = findKey(frontMatter, name);
    return key && key.from <= from && from < key.to;
  });
}

const COMPOSABLE_KEYS = ['description', 'todayInOneSentence'] as const;

function descriptionFixes(entry: Entry): Fix[] {
  return descriptionSuggestions(entry)
    .slice(0, MAX_DESCRIPTIONS)
    .map((description) => ({
      title: `Use ${description.text} as the description`,
      edits: [descriptionEdit(entry, description)],
    }));
}

const MAX_DESCRIPTIONS = 3;
