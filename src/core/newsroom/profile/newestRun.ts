/** The newest entries that are written in one form. */
export interface Run<Item, Form> {
  readonly form: Form;
  /** All entries since the run began, including the few that do not fit. */
  readonly items: readonly Item[];
  /** Whether there are entries before the run. */
  readonly isChanged: boolean;
}

/**
 * The form in which a log is written now. Among all divisions of the entries into runs of one form each, the one that leaves the fewest
 * entries unexplained wins, where a change of form costs two: a slip or two are exceptions, three entries in a row are a new form.
 * `items` are in chronological order. Of forms that explain equally many entries, the one that comes first in `forms` wins. Undefined
 * without entries or forms.
 */
export function newestRun<Item, Form>(
  items: readonly Item[],
  forms: readonly Form[],
  fits: (item: Item, form: Form, index: number) => boolean,
): Run<Item, Form> | undefined {
  if (items.length === 0) return undefined;
  // For each form, the best division of the entries so far whose last run has this form.
  const runs = forms.map((form) => ({ form, score: 0, start: 0 }));
  for (const [index, item] of items.entries()) {
    const scoreAfterChange = Math.max(...runs.map(({ score }) => score)) - COST_OF_CHANGE;
    for (const run of runs) {
      if (scoreAfterChange > run.score) {
        run.score = scoreAfterChange;
        run.start = index;
      }
      if (fits(item, run.form, index)) run.score++;
    }
  }
  const [first, ...others] = runs;
  if (!first) return undefined;
  const { form, start } = others.reduce((best, run) => (run.score > best.score ? run : best), first);
  return { form, items: items.slice(start), isChanged: start > 0 };
}

const COST_OF_CHANGE = 2;

/** The newest run of entries with the same label. Entries without a label are passed over. */
export function newestRunOf<Item>(
  items: readonly Item[],
  labelOf: (item: Item) => string | undefined,
): Run<Item, string> | undefined {
  const labels = new Map<Item, string>();
  for (const item of items) {
    const label = labelOf(item);
    if (label !== undefined) labels.set(item, label);
  }
  return newestRun(
    [...labels.keys()],
    labelsByFrequency([...labels.values()]),
    (item, form) => labels.get(item) === form,
  );
}

/** The most frequent labels; of equally frequent ones, that of the newest entry first. */
function labelsByFrequency(labels: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const label of labels.toReversed()) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_FORMS)
    .map(([label]) => label);
}

/** Keeps an archive in which every entry has a form of its own linear. */
const MAX_FORMS = 50;
