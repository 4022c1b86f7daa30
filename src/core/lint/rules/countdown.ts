import { daysBetween, isDate } from '../../dates/calendar.ts';
import type { Entry } from '../../entry/entry.ts';
import { datedName } from '../../entry/fileName.ts';
import { keyOf, scalar } from '../../entry/frontMatter.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Span } from '../../text/text.ts';
import type { Countdown, Finding, Rule } from '../rule.ts';

export const countdown: Rule = {
  id: 'countdown',
  summary: 'A countdown has the number of days from the date of its entry to the event.',
  why: 'It is copied from the day before and has to be changed by hand, by more than one where days were left out. The events and their dates stand in the settings.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n*The levy election is in ⟦30⟧ days.*\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n*The levy election is in 29 days.*\n',
  check(entry, { countdowns, fileName }) {
    const findings: Finding[] = [];
    if (countdowns.length === 0) return findings;
    const { text, body } = entry;
    let today: string | undefined;
    for (let at = text.indexOf(' day', body.from); at >= 0; at = text.indexOf(' day', at + 4)) {
      const number = numberBefore(text, at);
      const phrase = number && phraseAround(text, number, at + 1);
      if (!phrase) continue;
      today ??= dateOf(entry, fileName);
      if (today === undefined) return findings;
      const event = eventOf(phrase, countdowns, today);
      const finding = event && compare(text, number, at + 1, event, today);
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

function dateOf({ text, frontMatter }: Entry, fileName: string): string | undefined {
  const key = keyOf(frontMatter, 'date');
  const date = key ? scalar(text, key).slice(0, 10) : datedName(fileName).date;
  return date !== undefined && isDate(date) ? date : undefined;
}

/** `304`, `1,080` */
function numberBefore(text: string, to: number): Span | undefined {
  let from = to;
  while (from > 0 && to - from < 7 && (isDigit(text.charCodeAt(from - 1)) || text[from - 1] === ',')) from--;
  return from < to && isDigit(text.charCodeAt(from)) && !isLetter(text.charCodeAt(from - 1)) ? { from, to } : undefined;
}

/** What may be counted down to: the event's name ends what is before the count (`… election is in 30 days`), or begins what is behind it. */
interface Phrase {
  readonly ends: string;
  readonly begins: string;
}

function phraseAround(text: string, { from }: Span, unit: number): Phrase | undefined {
  const near = Math.max(0, from - REACH);
  const line = near + text.slice(near, from).lastIndexOf('\n') + 1;
  const before = AS_VERB.exec(text.slice(Math.max(line, from - LONGEST_VERB), from));
  const after = AS_NOUN.exec(text.slice(unit, unit + LONGEST_NOUN));
  if (!before && !after) return undefined;
  const end = before ? from - before[0].length : line;
  const start = after ? unit + after[0].length : unit;
  return {
    ends: before ? text.slice(line, end).toLowerCase() : '',
    begins: after ? text.slice(start, start + REACH).toLowerCase() : '',
  };
}

/** An event's name is shorter. */
const REACH = 120;

/** `The election** is now in 30 days`, `the election is 30 days away`. */
const AS_VERB = /[*_"”]*\s+(?:is|are)(?:\s+(?:now|only|just|still))?(?:\s+in)?\s+$/i;
const LONGEST_VERB = 20;

/** `30 days until the election` */
const AS_NOUN = /^days?\s+(?:away\s+from|left\s+until|until|till|to)\s+(?:the\s+)?/i;
const LONGEST_NOUN = 30;

/** The next of the events that the phrase may mean, else the last one that is over. */
function eventOf({ ends, begins }: Phrase, countdowns: readonly Countdown[], today: string): Countdown | undefined {
  let best: Countdown | undefined;
  for (const event of countdowns) {
    const name = event.phrase.trim().toLowerCase();
    if (name === '' || !isDate(event.date) || !(endsWithWords(ends, name) || startsWithWords(begins, name))) continue;
    if (!best || isNearer(event.date, best.date, today)) best = event;
  }
  return best;
}

function isNearer(date: string, best: string, today: string): boolean {
  if (date >= today) return best < today || date < best;
  return best < today && date > best;
}

function endsWithWords(text: string, words: string): boolean {
  return text.endsWith(words) && !isLetter(text.charCodeAt(text.length - words.length - 1));
}

function startsWithWords(text: string, words: string): boolean {
  return text.startsWith(words) && !isLetter(text.charCodeAt(words.length));
}

function compare(text: string, number: Span, unit: number, event: Countdown, today: string): Finding | undefined {
  const days = daysBetween(today, event.date) ?? 0;
  const written = text.slice(number.from, number.to);
  if (Number(written.replaceAll(',', '')) === days) return undefined;
  if (days <= 0) {
    const when = days === 0 ? `is on this very day, ${event.date}` : `was on ${event.date}`;
    return { ...number, message: `The ${event.phrase} ${when}.` };
  }
  const right = written.includes(',') && days > 999 ? days.toLocaleString('en-US') : String(days);
  const isPlural = text[unit + 3] === 's';
  const plural = { from: unit + 3, to: unit + (isPlural ? 4 : 3), text: isPlural ? '' : 's' };
  const edits = [{ ...number, text: right }];
  return {
    ...number,
    message: `From ${today} to ${event.date} it is ${right} ${days === 1 ? 'day' : 'days'}.`,
    fix: { title: `Change it to ${right}`, edits: isPlural === (days === 1) ? [...edits, plural] : edits },
  };
}
