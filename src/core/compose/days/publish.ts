import { type TimeZone, zonedTimestamp } from '../../dates/timeZone.ts';
import type { Entry } from '../../entry/entry.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';
import { parseEntry } from '../../entry/parse.ts';
import { numberSpanInTitle } from '../../entry/titleForm.ts';
import { entryFolderFor } from '../../files/entryFolder.ts';
import { parseFileNameByPattern, postFileName } from '../../files/fileNamePattern.ts';
import type { Folders } from '../../files/folders.ts';
import { entryFolderOf, fileNameOf } from '../../files/paths.ts';
import { titleNumberIn } from '../../lint/frontMatter/titleAndDate.ts';
import type { Severities } from '../../lint/lint.ts';
import { publishedProblems } from '../../lint/publishedProblems.ts';
import type { Problem, RuleContext, Severity } from '../../lint/rule.ts';
import { type Conventions, writtenDate } from '../../newsroom/conventions.ts';
import { slugOf } from '../../newsroom/profile/fileNameParts.ts';
import { applyEdits, composeEdits, type Edit, type Span } from '../../text/text.ts';
import type { Capitalization } from '../frontMatter/capitalization.ts';
import { valueEdit } from '../frontMatter/frontMatterValue.ts';
import { todayInOneSentence, todayInOneSentenceEdit } from '../frontMatter/todayInOneSentence.ts';
import { numberSections } from '../items/numberSections.ts';
import { updateCountdowns } from './updateCountdowns.ts';

export interface PublishRequest {
  /** The entry's current path below the root: `_drafts/day-1686.markdown`. */
  readonly path: string;
  /** The local date and time in the newsroom. */
  readonly now: { readonly date: string; readonly time: string };
  readonly zone: TimeZone;
  /** The context of the entry before it is published. */
  readonly ruleContext: RuleContext;
  readonly severities?: Severities;
  readonly folders: Folders;
  readonly conventions: Conventions;
  /** Whether to write "Today in one sentence", replacing any present value. */
  readonly withSentence?: boolean;
  /** How the archive capitalizes words; used for the sentence. */
  readonly capitalization?: Capitalization;
}

/** A preview of publishing an entry. Nothing is changed until the caller applies it. */
export interface PublishPlan {
  /** The entry's new path below the root: `_posts/2025-09-01-day-1686.markdown`. */
  readonly path: string;
  /** Section numbers, date, countdowns and, if requested, the sentence. */
  readonly edits: readonly Edit[];
  /** The errors that the published entry would have. Their spans refer to the text before the edits. */
  readonly blockers: readonly RemainingProblem[];
  /** The warnings that the published entry would have. Their spans refer to the text before the edits. */
  readonly warnings: readonly RemainingProblem[];
  /** Reasons why the entry cannot be published at all. */
  readonly conflicts: readonly Conflict[];
}

/** A problem that the edits of a plan do not solve. */
interface RemainingProblem extends Span {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

interface Conflict {
  /** `exists`: the target file already exists; `published`: the entry is a post; `no-date`: the date or time is not valid. */
  readonly reason: 'exists' | 'published' | 'no-date';
  readonly path: string;
  readonly message: string;
}

/** Plans the publication of an entry. */
export function publishPlan(entry: Entry, request: PublishRequest): PublishPlan {
  const { now, zone, ruleContext, severities } = request;
  const timestamp = zonedTimestamp(now.date, now.time, zone);
  const path = publishedPath(entry, timestamp?.slice(0, 10) ?? now.date, request);
  const publishedContext: RuleContext = { ...ruleContext, stage: 'published', path, fileName: fileNameOf(path) };

  const firstEdits = numberSections(entry);
  const date = timestamp === undefined ? undefined : dateFor(entry, timestamp, request.conventions);
  if (date !== undefined) firstEdits.push(valueEdit(entry, 'date', date));
  const sentence = request.withSentence ? todayInOneSentence(entry, request.capitalization) : undefined;
  if (sentence !== undefined) firstEdits.push(todayInOneSentenceEdit(entry, sentence));
  const dated = parseEntry(applyEdits(entry.text, firstEdits));
  const countdownEdits = updateCountdowns(dated, publishedContext);
  const ready = countdownEdits.length === 0 ? dated : parseEntry(applyEdits(dated.text, countdownEdits));
  // Of edits at the same place, later ones go after earlier ones: added keys keep the order of the list.
  const edits = composeEdits(firstEdits, countdownEdits).filter(
    ({ from, to, text }) => entry.text.slice(from, to) !== text,
  );

  const problems = publishedProblems(ready, publishedContext, severities).map((problem) =>
    toRemainingProblem(problem, edits),
  );
  return {
    path,
    edits,
    blockers: problems.filter(({ severity }) => severity === 'error'),
    warnings: problems.filter(({ severity }) => severity === 'warning'),
    conflicts: conflictsFor(path, timestamp, request),
  };
}

/** The date for the front matter, in the form of the newsroom; undefined if only the names of files have dates. */
function dateFor({ frontMatter }: Entry, timestamp: string, conventions: Conventions): string | undefined {
  return writtenDate(timestamp, conventions) ?? (findKey(frontMatter, 'date') ? timestamp : undefined);
}

/** In a newsroom that keeps its drafts with its posts, the file stays in its folder, and gets the date if its name has one. */
function publishedPath(entry: Entry, date: string, request: PublishRequest): string {
  const { path, folders, ruleContext } = request;
  const isInPlace =
    entryFolderOf(path, folders) === 'entries' && entryFolderFor(date, ruleContext.days, folders) !== undefined;
  if (!isInPlace) return `${folders.posts}/${publishedFileName(entry, date, request)}`;
  const name = fileNameOf(path);
  const isDated = /^\d{4}-\d{2}-\d{2}/.test(name);
  return `${path.slice(0, -name.length)}${isDated ? publishedFileName(entry, date, request) : name}`;
}

/** Numbered entries follow the newsroom's pattern; others keep their name after the date, or get the words of their title. */
function publishedFileName(entry: Entry, date: string, { path, conventions, ruleContext }: PublishRequest): string {
  const { pattern, digits } = conventions.fileName;
  const draftName = fileNameOf(path);
  const title = findKey(entry.frontMatter, 'title');
  const value = title && scalarValue(entry.text, title);
  const slug = value === undefined ? undefined : slugOfTitle(value, conventions);
  if (conventions.count === 'none') {
    const name = draftName.replace(/^\d{4}-\d{2}-\d{2}(?:[-_ ](?!\.))?/, '');
    // A draft that was started without a title is named by its date.
    return name.startsWith('.') ? postFileName(pattern, { date, title: slug }) : datedName(name, pattern, date);
  }
  const titleNumber = titleNumberIn(entry, conventions.title)?.digits.replace(/^0+(?=\d)/, '');
  const fileNumber = parseFileNameByPattern(draftName, pattern).number;
  const isUnnumbered = title && fileNumber === undefined;
  const number = titleNumber ?? (isUnnumbered ? undefined : (ruleContext.dayNumber(date) ?? fileNumber));
  if (number === undefined) return `${date}-${draftName.replace(/^\d{4}-\d{2}-\d{2}-/, '')}`;
  return postFileName(pattern, { date, number: String(number).padStart(digits, '0'), title: slug });
}

/** The name of an unnumbered draft with the date where the pattern has it. */
function datedName(name: string, pattern: string, date: string): string {
  const joint = /^\{date\}([-_. ]?)/.exec(pattern)?.[1];
  return joint === undefined ? (pattern.includes('{date}') ? `${date}-${name}` : name) : `${date}${joint}${name}`;
}

/** The words of a title, without its number, as they stand in file names; undefined without any. */
function slugOfTitle(value: string, { title: form }: Conventions): string | undefined {
  const span = form && numberSpanInTitle(value, form);
  const words = span ? value.slice(span.to + form.suffix.length) : value;
  const slug = slugOf(words);
  return slug === '' || /(?:^|-)tk(?:-|$)/.test(slug) ? undefined : slug;
}

function conflictsFor(newPath: string, timestamp: string | undefined, request: PublishRequest): Conflict[] {
  const { path, now, ruleContext, folders } = request;
  if (entryFolderOf(path, folders) === 'posts') {
    return [{ reason: 'published', path, message: `${path} is already published.` }];
  }
  if (timestamp === undefined) {
    return [{ reason: 'no-date', path: newPath, message: `${now.date} ${now.time} is not a valid date and time.` }];
  }
  const existing = ruleContext.days.find(
    (day) => day.path !== path && day.path.toLowerCase() === newPath.toLowerCase(),
  );
  return existing ? [{ reason: 'exists', path: existing.path, message: `${existing.path} already exists.` }] : [];
}

function toRemainingProblem({ rule, severity, message, from, to }: Problem, edits: readonly Edit[]): RemainingProblem {
  const start = offsetBeforeEdits(edits, from);
  return { rule, severity, message, from: start, to: Math.max(start, offsetBeforeEdits(edits, to)) };
}

/** Maps an offset in the text after edits to the text before them; inside inserted text, to where that was inserted. */
function offsetBeforeEdits(edits: readonly Edit[], offset: number): number {
  let growth = 0; // of the text, by the edits so far
  for (const { from, to, text } of edits) {
    const start = from + growth;
    if (offset <= start) break;
    if (offset < start + text.length) return from;
    growth += text.length - (to - from);
  }
  return offset - growth;
}
