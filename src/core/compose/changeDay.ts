import type { Entry, Key } from '../entry/entry.ts';
import { keyOf, scalar } from '../entry/frontMatter.ts';
import type { Edit } from '../text.ts';
import { valueEdit } from './frontMatterValue.ts';
import { type DayRequest, newDay, type Refusal } from './newDay.ts';

/** The day that an entry is to have; its own time of day stays, that of the request is for an entry without one. */
export interface ChangeDayRequest extends DayRequest {
  /** Where the entry lies below the root. */
  readonly path: string;
  readonly folders: { readonly posts: string; readonly drafts: string };
}

/** What gives an entry another day. */
export interface ChangedDay {
  readonly ok: true;
  readonly day: number;
  /** As the front matter has it. */
  readonly date: string;
  /** Below the root; the old one where the file's name says nothing of the day. */
  readonly path: string;
  /** Title, date and the name of the image. */
  readonly edits: readonly Edit[];
}

export type ChangeDayRefusal = Refusal | { readonly ok: false; readonly reason: 'no-number'; readonly message: string };

/** Gives an entry the number, the date, the file name and the image name of another date. */
export function changeDay(entry: Entry, request: ChangeDayRequest): ChangedDay | ChangeDayRefusal {
  const { text, frontMatter } = entry;
  const { path: own, days } = request;
  const title = keyOf(frontMatter, 'title');
  const number = title && /^\s*day\s+(\d+)\s*$/i.exec(scalar(text, title))?.[1];
  if (!title || number === undefined) {
    return { ok: false, reason: 'no-number', message: 'This entry is no numbered day.' };
  }
  const others = days.filter(({ path }) => path !== own);
  const dateKey = keyOf(frontMatter, 'date');
  const time = (dateKey && timeIn(scalar(text, dateKey))) ?? request.time;
  const settled = newDay({ ...request, time, days: others, published: false });
  if (!settled.ok) return settled;
  const { day, date } = settled;

  const path = renamed(own, day, date.slice(0, 10));
  const there = others.find((other) => other.path.toLowerCase() === path.toLowerCase());
  if (there) {
    return { ok: false, reason: 'taken', message: `There is a file ${there.path} already.`, path: there.path };
  }
  const digits = text.indexOf(number, title.value.from);
  const image = keyOf(frontMatter, 'image');
  const edits = [
    { from: digits, to: digits + number.length, text: `${day}` },
    valueEdit(entry, 'date', date),
    ...(image ? imageEdits(text, image, number, `${day}`) : []),
  ];
  const changing = edits.filter((edit) => text.slice(edit.from, edit.to) !== edit.text);
  return { ok: true, day, date, path, edits: changing.sort((a, b) => a.from - b.from) };
}

function timeIn(date: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2} ((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)/.exec(date)?.[1];
}

/** `_posts/2031-01-31-day-12.markdown` for another day. */
function renamed(path: string, day: number, date: string): string {
  const at = path.lastIndexOf('/') + 1;
  const name = path
    .slice(at)
    .replace(/^\d{4}-\d{2}-\d{2}(?=-)/, date)
    .replace(/^((?:\d{4}-\d{2}-\d{2}-)?day-)\d+/i, `$1${day}`);
  return path.slice(0, at) + name;
}

/** The old number where it stands alone in the image's file name. */
function imageEdits(text: string, { value }: Key, number: string, day: string): Edit[] {
  const path = text.slice(value.from, value.to);
  const name = path.lastIndexOf('/') + 1;
  const found = [...path.slice(name).matchAll(/\d+/g)].filter(([digits]) => digits === number);
  const [only] = found;
  if (!only || found.length > 1) return [];
  const from = value.from + name + only.index;
  return [{ from, to: from + number.length, text: day }];
}
