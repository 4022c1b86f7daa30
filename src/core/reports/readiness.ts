import type { Capitalization } from '../compose/frontMatter/capitalization.ts';
import { descriptionEdit, descriptionSuggestions } from '../compose/frontMatter/descriptionSuggestions.ts';
import { todayInOneSentence, todayInOneSentenceEdit } from '../compose/frontMatter/todayInOneSentence.ts';
import { numberSections } from '../compose/items/numberSections.ts';
import type { Entry, Key } from '../entry/entry.ts';
import { findKey } from '../entry/keys.ts';
import { findingsOf } from '../lint/findingsOf.ts';
import { keyAsSubject } from '../lint/frontMatter/keyName.ts';
import type { Severities } from '../lint/lint.ts';
import { publishedProblems } from '../lint/publishedProblems.ts';
import type { Fix, Problem, RuleContext } from '../lint/rule.ts';
import { dayNumber } from '../lint/rules/dayNumber.ts';
import { lazy } from '../text/lazy.ts';

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
  const problems = problemsLeft(entry, context, severities);
  const compose = composer(entry, capitalization);
  return problems.map((problem) => withSuggestions(entry, problem, compose));
}

/** The problems that `readiness` lists, without its suggestions: for counting them while the writer types. */
export function problemsLeft(entry: Entry, context: RuleContext, severities: Severities = {}): Problem[] {
  const problems = publishedProblems(entry, { ...context, stage: 'published' }, severities).filter(
    ({ severity }) => severity === 'error' || severity === 'warning',
  );
  return context.stage === 'draft' ? problems.filter(countsInDraft(entry, context)) : problems;
}

/** A draft prepared the evening before has tomorrow's number. That is no problem, since publishing gives it tomorrow's date. */
function countsInDraft(entry: Entry, context: RuleContext): (problem: Problem) => boolean {
  const wrongNumbers = lazy(() => new Set(findingsOf(dayNumber, entry, context).map(({ from }) => from)));
  return ({ rule, from }) => rule !== dayNumber.id || wrongNumbers().has(from);
}

/** What can be composed for an entry: each once, however many problems it solves. */
interface Composer {
  readonly sentence: () => string | undefined;
  readonly descriptions: () => readonly Fix[];
  /** The keys whose values can be composed, by name. */
  readonly keys: ReadonlyMap<ComposableKey, Key>;
  /** The first label without a number, and what numbers all sections. */
  readonly numbers: () => { readonly label: number; readonly fix: Fix } | undefined;
}

function composer(entry: Entry, capitalization: Capitalization | undefined): Composer {
  const keys = COMPOSABLE_KEYS.flatMap((name) => {
    const key = findKey(entry.frontMatter, name);
    return key ? [[name, key] as const] : [];
  });
  return {
    keys: new Map(keys),
    sentence: lazy(() => todayInOneSentence(entry, capitalization)),
    descriptions: lazy(() => descriptionFixes(entry)),
    numbers: lazy(() => {
      const label = entry.blocks.find((block) => block.label?.kind === 'placeholder')?.label?.from;
      const edits = label === undefined ? [] : numberSections(entry);
      return label === undefined || edits.length === 0
        ? undefined
        : { label, fix: { title: 'Number the sections', edits } };
    }),
  };
}

function withSuggestions(entry: Entry, problem: Problem, compose: Composer): Problem {
  const suggestions = suggestionsFor(entry, problem, compose);
  return suggestions.length === 0 ? problem : { ...problem, suggestions };
}

function suggestionsFor(entry: Entry, problem: Problem, compose: Composer): readonly Fix[] {
  const numbers = problem.rule === 'placeholder' ? compose.numbers() : undefined;
  if (numbers?.label === problem.from) return [numbers.fix];
  const key = composableKeyOf(entry, problem, compose);
  if (key === 'description') return compose.descriptions();
  if (key === 'todayInOneSentence') {
    const sentence = compose.sentence();
    if (sentence !== undefined) {
      return [{ title: 'Write "Today in one sentence"', edits: [todayInOneSentenceEdit(entry, sentence)] }];
    }
  }
  return problem.suggestions ?? [];
}

/** The key that a problem reports as missing or as a placeholder, if Daybook can compose its value. */
function composableKeyOf(
  { body }: Entry,
  { rule, from, message }: Problem,
  { keys }: Composer,
): ComposableKey | undefined {
  if (from >= body.from && from > 0) return undefined;
  if (rule === 'front-matter-keys') {
    return COMPOSABLE_KEYS.find((name) => message.includes(name) || message.startsWith(keyAsSubject(name)));
  }
  if (rule !== 'placeholder' && rule !== 'description') return undefined;
  return COMPOSABLE_KEYS.find((name) => {
    const key = keys.get(name);
    return key && key.from <= from && from < key.to;
  });
}

type ComposableKey = (typeof COMPOSABLE_KEYS)[number];

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
