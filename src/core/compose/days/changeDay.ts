import type { Day } from '../../entry/day.ts';
import type { Entry, Key } from '../../entry/entry.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { readDay } from '../../entry/readDay.ts';
import { renamed } from '../../files/fileNamePattern.ts';
import { type Folders, fileNameOf, folderOf } from '../../files/paths.ts';
import type { Edit } from '../../text/text.ts';
import { valueEdit } from '../frontMatter/frontMatterValue.ts';
import { type MovedPage, movedPage, redirectLinks } from './movedPage.ts';
import { type DayRequest, newDay, type Refusal } from './newDay.ts';

/** The day that an entry is to have; its own time of day stays, that of the request is for an entry without one. */
interface ChangeDayRequest extends DayRequest {
  /** Where the entry lies below the root. */
  readonly path: string;
  readonly folders: Folders;
  /** How the newsroom names its files: `{date}-day-{day}.markdown`. */
  readonly fileName: string;
  /** What stands before an entry's path in links to it: `https://log.example`. */
  readonly siteUrl: string | undefined;
}

/** What gives an entry another day. */
export interface ChangedDay {
  readonly ok: true;
  readonly day: number;
  /** As the front matter has it. */
  readonly date: string;
  /** Below the root; the old one where the file's name says nothing of the day. */
  readonly path: string;
  /** Title, date, and links of the entry to itself. */
  readonly edits: readonly Edit[];
  /** The picture that carries the number, which is to carry the new one. */
  readonly image: ChangedImage | undefined;
  /** Where links of other entries lead, and where they would have to; undefined where the site shows it in the same place. */
  readonly page: MovedPage | undefined;
}

export interface ChangedImage {
  /** Below the root: `uploads/day-12-mayor.jpg`. */
  readonly from: string;
  readonly to: string;
  /** The value of the front matter. */
  readonly edit: Edit;
}

export type ChangeDayRefusal = Refusal | { readonly ok: false; readonly reason: 'no-number'; readonly message: string };

/** Gives an entry the number, the date, the file name and the image name of another date. */
export function changeDay(entry: Entry, request: ChangeDayRequest): ChangedDay | ChangeDayRefusal {
  const { text, frontMatter } = entry;
  const { path: own, days, folders, fileName } = request;
  const title = keyOf(frontMatter, 'title');
  const number = title && /^\s*day\s+(\d+)\s*$/i.exec(scalar(text, title))?.[1];
  if (!title || number === undefined) {
    return { ok: false, reason: 'no-number', message: 'This entry is no numbered day.' };
  }
  const others = days.filter(({ path }) => path !== own);
  const before = readDay(entry, own, folderOf(own, folders) === 'drafts');
  const dateKey = keyOf(frontMatter, 'date');
  const time = (dateKey && timeIn(scalar(text, dateKey))) ?? request.time;
  const settled = newDay({ ...request, time, days: others, published: false });
  if (!settled.ok) return settled;
  const { day, date } = settled;

  const name = fileNameOf(own);
  const path = own.slice(0, own.length - name.length) + renamed(name, fileName, date.slice(0, 10), day);
  const there = others.find((other) => other.path.toLowerCase() === path.toLowerCase());
  if (there) {
    return { ok: false, reason: 'taken', message: `There is a file ${there.path} already.`, path: there.path };
  }
  const page = pageOf(entry, before, { ...before, path, date: date.slice(0, 10) });
  const digits = text.indexOf(number, title.value.from);
  const edits = [
    { from: digits, to: digits + number.length, text: `${day}` },
    valueEdit(entry, 'date', date),
    ...(page ? linksToItself(entry, page, request.siteUrl) : []),
  ].filter((edit) => text.slice(edit.from, edit.to) !== edit.text);
  const image = keyOf(frontMatter, 'image');
  return {
    ok: true,
    day,
    date,
    path,
    edits: edits.sort((a, b) => a.from - b.from),
    image: image && `${day}` !== number ? changedImage(text, image, number, `${day}`) : undefined,
    page,
  };
}

/** Not in the front matter: what stands there as an earlier address of the page stays true. */
function linksToItself({ text, body }: Entry, page: MovedPage, siteUrl: string | undefined): Edit[] {
  return redirectLinks(text, page, siteUrl).filter(({ from }) => from >= body.from);
}

/** An entry that says itself where the site shows it stays there. */
function pageOf({ frontMatter }: Entry, before: Day, after: Day): MovedPage | undefined {
  return keyOf(frontMatter, 'permalink') ? undefined : movedPage(before, after);
}

function timeIn(date: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2} ((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)/.exec(date)?.[1];
}

/** The old number where it stands alone in the image's file name; undefined for an image that lies elsewhere. */
function changedImage(text: string, key: Key, number: string, day: string): ChangedImage | undefined {
  const { value } = key;
  const path = scalar(text, key);
  if (/^[a-z]+:|^\/\/|\{\{/i.test(path)) return undefined;
  const written = text.slice(value.from, value.to);
  const name = written.lastIndexOf('/') + 1;
  const found = [...written.slice(name).matchAll(/\d+/g)].filter(([digits]) => digits === number);
  const [only] = found;
  if (!only || found.length > 1) return undefined;
  const from = value.from + name + only.index;
  const edit = { from, to: from + number.length, text: day };
  const at = path.lastIndexOf(number);
  const below = (whole: string): string => whole.replace(/^(?:\.?\/)+/, '');
  return { from: below(path), to: below(path.slice(0, at) + day + path.slice(at + number.length)), edit };
}
