import type { Capitals } from '../compose/frontMatter/capitals.ts';
import { descriptionEdit, descriptionOffers } from '../compose/frontMatter/description.ts';
import { oneSentenceEdit, todayInOneSentence } from '../compose/frontMatter/oneSentence.ts';
import { numberSections } from '../compose/items/numberSections.ts';
import type { Entry } from '../entry/entry.ts';
import { keyOf } from '../entry/frontMatter.ts';
import { lint, type Severities } from '../lint/lint.ts';
import type { Fix, Problem, RuleContext } from '../lint/rule.ts';

/**
 * What is left to do before an entry can be published, in the order of its text: the errors and warnings it would have among
 * the posts, each with what can be done about it. Infos and hints are matters of taste, and leave an entry ready.
 */
export function readiness(
  entry: Entry,
  surroundings: RuleContext,
  severities: Severities = {},
  capitals?: Capitals,
): Problem[] {
  const published = lint(entry, { ...surroundings, stage: 'published' }, severities);
  const left = published.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const allowed = surroundings.stage === 'draft' ? left.filter(isLeftInDraft(entry, surroundings, severities)) : left;
  return allowed.map((problem) => withSuggestions(entry, problem, capitals));
}

/** A draft prepared the evening before has tomorrow's number; publishing gives it tomorrow's date. */
function isLeftInDraft(entry: Entry, surroundings: RuleContext, severities: Severities): (problem: Problem) => boolean {
  const asDraft = new Set(
    lint(entry, surroundings, severities)
      .filter(({ rule }) => rule === 'day-number')
      .map(({ from }) => from),
  );
  return ({ rule, from }) => rule !== 'day-number' || asDraft.has(from);
}

function withSuggestions(entry: Entry, problem: Problem, capitals: Capitals | undefined): Problem {
  const suggestions = suggestionsFor(entry, problem, capitals);
  return suggestions.length === 0 ? problem : { ...problem, suggestions };
}

function suggestionsFor(entry: Entry, problem: Problem, capitals: Capitals | undefined): readonly Fix[] {
  if (problem.rule === 'placeholder' && isLabel(entry, problem)) {
    const edits = numberSections(entry);
    if (edits.length > 0) return [{ title: 'Number the sections', edits }];
  }
  const key = keyMeant(entry, problem);
  if (key === 'description') return descriptionFixes(entry);
  if (key === 'todayInOneSentence') {
    const sentence = todayInOneSentence(entry, capitals);
    if (sentence !== undefined) {
      return [{ title: 'Write today in one sentence', edits: [oneSentenceEdit(entry, sentence)] }];
    }
  }
  return problem.suggestions ?? [];
}

function isLabel({ blocks }: Entry, { from }: Problem): boolean {
  return blocks.some(({ label }) => label?.kind === 'placeholder' && label.from === from);
}

/** The key of which a problem says that it, or its value, is still to come. */
function keyMeant({ frontMatter }: Entry, { rule, from, message }: Problem): string | undefined {
  if (rule === 'front-matter-keys') return COMPOSED.find((name) => message.includes(name));
  if (rule !== 'placeholder' && rule !== 'description') return undefined;
  return COMPOSED.find((name) => {
    const key = keyOf(frontMatter, name);
    return key && key.from <= from && from < key.to;
  });
}

const COMPOSED = ['description', 'todayInOneSentence'] as const;

function descriptionFixes(entry: Entry): Fix[] {
  return descriptionOffers(entry)
    .slice(0, MOST_OFFERS)
    .map((offer) => ({ title: `Describe it as ${offer.text}`, edits: [descriptionEdit(entry, offer)] }));
}

const MOST_OFFERS = 3;
