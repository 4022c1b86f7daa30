import { isRealTimestamp, parseTimestamp } from '../../dates/timestamp.ts';
import type { Entry } from '../../entry/entry.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { parseEntry } from '../../entry/parse.ts';
import { plural } from '../../text/plural.ts';
import { applyEdits, type Span } from '../../text/text.ts';
import type { PublishPlan } from './publish.ts';

/** One change that publishing makes, for the writer to review. The span is its location in the text before the change. */
interface PublishStep extends Span {
  /** An imperative: `Number 4 sections`. */
  readonly title: string;
  /** The new value, `2025-09-01 09:30:00 -07:00`, or the old and the new one. */
  readonly detail: string;
}

/** The changes of a plan, for the writer to review: the move of the file first, then labels, front matter and countdowns. */
export function publishSteps(entry: Entry, path: string, plan: PublishPlan): PublishStep[] {
  const { text, frontMatter, blocks, body } = entry;
  const changed = parseEntry(applyEdits(text, plan.edits));
  const steps: PublishStep[] = [];
  if (plan.path !== path) steps.push({ title: 'Move the file', detail: `${path} → ${plan.path}`, from: 0, to: 0 });

  const labelOffsets = new Set(blocks.flatMap(({ label }) => (label ? [label.name.from] : [])));
  // Missing front matter is inserted where the body starts. Labels and countdowns are replaced.
  const replacements = plan.edits.filter(({ from, to }) => from < to);
  const labelEdits = replacements.filter(({ from }) => labelOffsets.has(from));
  const [firstLabel] = labelEdits;
  if (firstLabel) {
    const change = `${text.slice(firstLabel.from, firstLabel.to)}/ becomes ${firstLabel.text}/`;
    const detail = labelEdits.length > 1 ? `${change}, and so on` : change;
    steps.push({ title: `Number ${plural(labelEdits.length, 'section')}`, detail, ...spanOf(firstLabel) });
  }
  for (const [name, title] of CHANGED_KEYS) {
    const keyBefore = findKey(frontMatter, name);
    const keyAfter = findKey(changed.frontMatter, name);
    const value = keyAfter && scalarValue(changed.text, keyAfter);
    if (value === undefined || value === (keyBefore && scalarValue(text, keyBefore))) continue;
    steps.push({ title, detail: value, ...spanOf(keyBefore ?? { from: 0, to: 0 }) });
  }
  const countdownEdits = replacements.filter(({ from }) => from >= body.from && !labelOffsets.has(from));
  const [firstCountdown] = countdownEdits;
  if (firstCountdown) {
    const detail = `${text.slice(firstCountdown.from, firstCountdown.to)} becomes ${firstCountdown.text}`;
    steps.push({ title: `Correct ${plural(countdownEdits.length, 'countdown')}`, detail, ...spanOf(firstCountdown) });
  }
  return steps;
}

const CHANGED_KEYS = [
  ['date', 'Set the date'],
  ['todayInOneSentence', 'Write "Today in one sentence"'],
] as const;

function spanOf({ from, to }: Span): Span {
  return { from, to };
}

/** The local date and time in an entry's front matter; undefined if either is missing. */
export function frontMatterTime({
  text,
  frontMatter,
}: Entry): { readonly date: string; readonly time: string } | undefined {
  const key = findKey(frontMatter, 'date');
  const timestamp = key && parseTimestamp(scalarValue(text, key));
  if (!timestamp || timestamp.form.time === 'none' || !isRealTimestamp(timestamp)) return undefined;
  return { date: timestamp.date, time: timestamp.time };
}
