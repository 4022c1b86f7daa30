import { type TimeZone, zonedTimestamp } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { parseEntry } from '../../entry/parse.ts';
import { namedDay, postName } from '../../files/fileNamePattern.ts';
import { type Folders, fileNameOf, folderOf } from '../../files/paths.ts';
import { lint, type Severities } from '../../lint/lint.ts';
import type { Problem, RuleContext, Severity } from '../../lint/rule.ts';
import { applyEdits, composeEdits, type Edit, type Span } from '../../text/text.ts';
import type { Capitals } from '../frontMatter/capitals.ts';
import { updateCountdowns } from '../frontMatter/countdown.ts';
import { valueEdit } from '../frontMatter/frontMatterValue.ts';
import { oneSentenceEdit, todayInOneSentence } from '../frontMatter/oneSentence.ts';
import { numberSections } from '../items/numberSections.ts';

export interface PublishRequest {
  /** Where the entry lies below the root: `_drafts/day-1686.markdown`. */
  readonly path: string;
  /** What the clocks of the newsroom show. */
  readonly now: { readonly date: string; readonly time: string };
  readonly zone: TimeZone;
  /** What the rules know of the entry as it lies. */
  readonly surroundings: RuleContext;
  readonly severities?: Severities;
  readonly folders: Folders;
  /** `{date}-day-{day}.markdown` */
  readonly fileName: string;
  /** Whether to write today in one sentence, over what stands there. */
  readonly withSentence?: boolean;
  /** What the archive shows of names; for the sentence. */
  readonly capitals?: Capitals;
}

/** What publishing an entry would do; nothing of it is done yet. */
export interface PublishPlan {
  /** Where the entry goes, below the root: `_posts/2025-09-01-day-1686.markdown`. */
  readonly path: string;
  /** What changes in its text: section numbers, date, countdowns and, where asked for, the sentence. */
  readonly edits: readonly Edit[];
  /** The errors that would go out with it. Their spans are those of the text before the edits. */
  readonly blockers: readonly Left[];
  /** The warnings, likewise. */
  readonly warnings: readonly Left[];
  /** Why it cannot go there, whatever the writer says. */
  readonly conflicts: readonly Conflict[];
}

/** A problem that stands in the entry even after it was made ready. */
interface Left extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

interface Conflict {
  /** `exists`: a file is there already; `published`: the entry lies among the posts; `no-date`: the time is none. */
  readonly reason: 'exists' | 'published' | 'no-date';
  readonly path: string;
  readonly message: string;
}

/** What publishing the entry now would do. */
export function publishPlan(entry: Entry, request: PublishRequest): PublishPlan {
  const { path: own, now, zone, surroundings, severities, folders } = request;
  const stamp = zonedTimestamp(now.date, now.time, zone);
  const path = `${folders.posts}/${publishedName(entry, stamp?.slice(0, 10) ?? now.date, request)}`;
  const after: RuleContext = { ...surroundings, stage: 'published', path, fileName: fileNameOf(path) };

  const first = [...numberSections(entry), ...(stamp === undefined ? [] : [valueEdit(entry, 'date', stamp)])];
  const sentence = request.withSentence ? todayInOneSentence(entry, request.capitals) : undefined;
  if (sentence !== undefined) first.push(oneSentenceEdit(entry, sentence));
  const stamped = parseEntry(applyEdits(entry.text, first));
  const counted = updateCountdowns(stamped, after);
  const ready = counted.length === 0 ? stamped : parseEntry(applyEdits(stamped.text, counted));
  // Later edits come behind earlier ones of the same place: two keys that are added stand in the order of the list.
  const edits = composeEdits(first, counted).filter(({ from, to, text }) => entry.text.slice(from, to) !== text);

  const left = lint(ready, after, severities).map((problem) => asLeft(problem, edits));
  return {
    path,
    edits,
    blockers: left.filter(({ severity }) => severity === 'error'),
    warnings: left.filter(({ severity }) => severity === 'warning'),
    conflicts: conflictsOf(own, path, stamp, request),
  };
}

/** A numbered day is named as the newsroom names days; any other entry keeps its name behind the date. */
function publishedName({ text, frontMatter }: Entry, date: string, { path, fileName, surroundings }: PublishRequest) {
  const title = keyOf(frontMatter, 'title');
  const titled = title && /^\s*day\s+0*(\d+)\s*$/i.exec(scalar(text, title))?.[1];
  const named = namedDay(fileNameOf(path), fileName).number;
  const number = titled ?? (title && named === undefined ? undefined : (surroundings.dayNumber(date) ?? named));
  if (number !== undefined) return postName(fileName, date, number);
  return `${date}-${fileNameOf(path).replace(/^\d{4}-\d{2}-\d{2}-/, '')}`;
}

function conflictsOf(own: string, path: string, stamp: string | undefined, request: PublishRequest): Conflict[] {
  const { now, surroundings, folders } = request;
  if (folderOf(own, folders) === 'posts') {
    return [{ reason: 'published', path: own, message: `${own} lies among the posts already.` }];
  }
  if (stamp === undefined) {
    return [{ reason: 'no-date', path, message: `There is no ${now.date} ${now.time}.` }];
  }
  const there = surroundings.days.find((day) => day.path.toLowerCase() === path.toLowerCase());
  return there ? [{ reason: 'exists', path: there.path, message: `There is a file ${there.path} already.` }] : [];
}

function asLeft({ rule, severity, message, from, to }: Problem, edits: readonly Edit[]): Left {
  const start = offsetBefore(edits, from);
  return { rule, severity, message, from: start, to: Math.max(start, offsetBefore(edits, to)) };
}

/** Where an offset of the text after edits stood before them; for what came in, where it came in. */
function offsetBefore(edits: readonly Edit[], offset: number): number {
  let shift = 0; // how much longer the text is by the edits so far
  for (const { from, to, text } of edits) {
    const start = from + shift;
    if (offset <= start) break;
    if (offset < start + text.length) return from;
    shift += text.length - (to - from);
  }
  return offset - shift;
}
