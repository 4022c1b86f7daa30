import type { ArchiveIndex } from '../archive/archiveIndex.ts';
import { type Summary, summarize } from '../archive/entrySummary.ts';
import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import { readDay } from '../entry/readDay.ts';
import { fileNameOf } from '../files/paths.ts';
import { fileNamePartsOf } from './profile/fileNameParts.ts';
import { numbersInText } from './profile/numbersInText.ts';
import { seriesWordOf } from './profile/seriesWords.ts';

/**
 * Whether the entries are a log rather than a blog of essays: one of them has a label, a citation group or a number. A newsroom without
 * entries counts as a log, which is about to begin.
 */
export function isLog(archive: ArchiveIndex): boolean {
  const days = archive.days();
  if (days.length === 0) return true;
  return days.some((day) => {
    const summary = archive.summary(day.path);
    return summary !== undefined && isOfLog(day, summary);
  });
}

/** Whether an entry alone shows that it belongs to a log. */
export function isLogEntry(entry: Entry, path: string): boolean {
  return isOfLog(readDay(entry, path, false), summarize(entry));
}

function isOfLog({ number, path }: Day, { title, items }: Summary): boolean {
  if (number !== undefined || isNumbered(title) || isNumbered(fileNamePartsOf(fileNameOf(path)).slug)) return true;
  return items.some(({ label, citations }) => LABEL.test(label) || citations.length > 0);
}

/** Not `and/`, with which a paragraph of any blog may begin. */
const LABEL = /^(?:\d+|TK|poll)\/$/i;

/** Whether a title or the name of a file is one of a series with a usual word: `Issue 12: Spring`, and not `12 tips`. */
function isNumbered(text: string): boolean {
  return numbersInText(text.replace(/^\s*["']|["']\s*$/g, '').trim()).some((reading) => {
    const word = seriesWordOf(reading);
    const words = reading.prefix.split(/[\s_-]+/).filter((each) => /\p{L}/u.test(each)).length;
    // A name may come before the word: `Port Alder Newsletter #12`.
    return word !== undefined && words <= (word === 'entry' ? MAX_WORDS : 1) && reading.suffix.length <= 2;
  });
}

const MAX_WORDS = 4;
