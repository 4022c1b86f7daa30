import type { Entry } from '../../entry/entry.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { parseEntry } from '../../entry/parse.ts';
import { applyEdits, type Span } from '../../text/text.ts';
import type { PublishPlan } from './publish.ts';

/** One thing that publishing does, for the writer to look at beforehand. The span is where, in the text before. */
interface PublishStep extends Span {
  /** An imperative: `Number 4 sections`. */
  readonly title: string;
  /** What will stand there: `2025-09-01 09:30:00 -07:00`. */
  readonly detail: string;
}

/** What a plan does to an entry, in the order in which a writer thinks of it; the file's new place comes first. */
export function publishSteps(entry: Entry, path: string, plan: PublishPlan): PublishStep[] {
  const { text, frontMatter, blocks, body } = entry;
  const after = parseEntry(applyEdits(text, plan.edits));
  const steps: PublishStep[] = [{ title: 'Move the file', detail: `${path} → ${plan.path}`, from: 0, to: 0 }];

  const labels = new Set(blocks.flatMap(({ label }) => (label ? [label.name.from] : [])));
  const numbered = plan.edits.filter(({ from }) => labels.has(from));
  const [firstLabel] = numbered;
  if (firstLabel) {
    const detail = `${text.slice(firstLabel.from, firstLabel.to)}/ becomes ${firstLabel.text}/${numbered.length > 1 ? ', and so on' : ''}`;
    steps.push({ title: `Number ${counted(numbered.length, 'section')}`, detail, ...spanOf(firstLabel) });
  }
  for (const [name, title] of KEYS) {
    const now = keyOf(after.frontMatter, name);
    const before = keyOf(frontMatter, name);
    const value = now && scalar(after.text, now);
    if (value === undefined || value === (before && scalar(text, before))) continue;
    steps.push({ title, detail: value, ...spanOf(before ?? { from: 0, to: 0 }) });
  }
  const counts = plan.edits.filter(({ from }) => from >= body.from && !labels.has(from));
  const [firstCount] = counts;
  if (firstCount) {
    const detail = `${text.slice(firstCount.from, firstCount.to)} becomes ${firstCount.text}`;
    steps.push({ title: `Correct ${counted(counts.length, 'countdown')}`, detail, ...spanOf(firstCount) });
  }
  return steps;
}

const KEYS = [
  ['date', 'Stamp the date'],
  ['todayInOneSentence', 'Write today in one sentence'],
] as const;

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The date and the time that an entry gives itself; undefined where it has none, or no whole one. */
export function ownTime({ text, frontMatter }: Entry): { readonly date: string; readonly time: string } | undefined {
  const key = keyOf(frontMatter, 'date');
  const found = key && /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}(?::\d{2})?)\b/.exec(scalar(text, key));
  return found?.[1] && found[2] ? { date: found[1], time: found[2] } : undefined;
}
