import { addDays, daysBetween, isDate } from '../../dates/calendar.ts';
import { countdownAt, findCounts } from '../../entry/countdownLines.ts';
import type { Entry } from '../../entry/entry.ts';
import { parseFileName } from '../../entry/fileName.ts';
import { findKey } from '../../entry/keys.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import { pluralNoun } from '../../text/plural.ts';
import type { Span } from '../../text/text.ts';
import { dateIn } from '../frontMatter/titleAndDate.ts';
import type { Countdown, Finding, LearnedCountdown, Rule, RuleContext } from '../rule.ts';

export const countdown: Rule = {
  id: 'countdown',
  summary: "A countdown gives the number of days from the entry's date to the event.",
  why: 'The line is copied from the day before, and its number has to be changed by hand, by more than one if days were skipped. The events and their dates are those in the settings, and those that several entries count down to in the same words.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n*The levy election is in ⟦30⟧ days.*\n',
  good: '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n\n*The levy election is in 29 days.*\n',
  check(entry, context) {
    const { countdowns, learnedCountdowns } = context;
    const findings: Finding[] = [];
    const { text, body } = entry;
    let today: string | undefined;
    for (const digit of findCounts(text)) {
      const at = digit + 1;
      if (digit < body.from) continue;
      const number = numberBefore(text, at);
      const words = number && wordsAround(text, number, at + 1);
      if (!words) continue;
      today ??= entryDate(entry, context);
      if (today === undefined) return findings;
      const event = findEvent(words, countdowns, today);
      const finding = event
        ? wrongNumber(text, number, at + 1, event, today)
        : learnedFinding(entry, number, at, today, learnedCountdowns());
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

function entryDate(entry: Entry, context: RuleContext): string | undefined {
  const date = findKey(entry.frontMatter, 'date') ? dateIn(entry, context) : parseFileName(context.fileName).date;
  return date !== undefined && isDate(date) ? date : undefined;
}

/** `304`, `1,080` */
function numberBefore(text: string, to: number): Span | undefined {
  let from = to;
  while (from > 0 && to - from < 7 && (isDigit(text.charCodeAt(from - 1)) || text[from - 1] === ',')) from--;
  return from < to && isDigit(text.charCodeAt(from)) && !isLetter(text.charCodeAt(from - 1)) ? { from, to } : undefined;
}

/**
 * The words before and after a count, in lower case. An event is named at the end of the former (`… election is in 30 days`) or
 * at the start of the latter (`30 days until the election`).
 */
interface SurroundingWords {
  readonly before: string;
  readonly after: string;
}

function wordsAround(text: string, { from }: Span, unitStart: number): SurroundingWords | undefined {
  const near = Math.max(0, from - MAX_EVENT_CHARS);
  const line = near + text.slice(near, from).lastIndexOf('\n') + 1;
  const verb = VERB_BEFORE.exec(text.slice(Math.max(line, from - MAX_VERB_CHARS), from));
  const preposition = PREPOSITION_AFTER.exec(text.slice(unitStart, unitStart + MAX_PREPOSITION_CHARS));
  if (!verb && !preposition) return undefined;
  const end = verb ? from - verb[0].length : line;
  const start = preposition ? unitStart + preposition[0].length : unitStart;
  return {
    before: verb ? text.slice(line, end).toLowerCase() : '',
    after: preposition ? text.slice(start, start + MAX_EVENT_CHARS).toLowerCase() : '',
  };
}

/** No event has a longer name. */
const MAX_EVENT_CHARS = 120;

/** `The election** is now in 30 days`, `the election is 30 days away`. */
const VERB_BEFORE = /[*_"”]*\s+(?:is|are)(?:\s+(?:now|only|just|still))?(?:\s+in)?\s+$/i;
const MAX_VERB_CHARS = 20;

/** `30 days until the election` */
const PREPOSITION_AFTER = /^days?\s+(?:away\s+from|left\s+until|until|till|to)\s+(?:the\s+)?/i;
const MAX_PREPOSITION_CHARS = 30;

/** The next event with a matching name, or the last one that has passed. */
function findEvent(
  { before, after }: SurroundingWords,
  countdowns: readonly Countdown[],
  today: string,
): Countdown | undefined {
  let nearest: Countdown | undefined;
  for (const event of countdowns) {
    const name = event.phrase.trim().toLowerCase();
    if (name === '' || !isDate(event.date) || !(endsWithWords(before, name) || startsWithWords(after, name))) continue;
    if (!nearest || isNearer(event.date, nearest.date, today)) nearest = event;
  }
  return nearest;
}

/**
 * Judges a count by an event that other entries count down to in the same words. One of that name at another time of the year may be
 * meant.
 */
function learnedFinding(
  { text, body }: Entry,
  number: Span,
  at: number,
  today: string,
  learned: readonly LearnedCountdown[],
): Finding | undefined {
  if (learned.length === 0) return undefined;
  const phrase = countdownAt(text, body, at)?.phrase.toLowerCase();
  if (phrase === undefined) return undefined;
  const written = addDays(today, Number(text.slice(number.from, number.to).replaceAll(',', '')));
  const sameName = learned.filter(
    ({ value, strength }) => strength !== 'guess' && value.phrase.toLowerCase() === phrase,
  );
  const near = sameName.filter(
    ({ value }) => Math.abs(daysBetween(written ?? '', value.date) ?? MAX_SLIP_DAYS) < MAX_SLIP_DAYS,
  );
  const [event] = near;
  if (!event || near.some(({ value }) => value.date === written)) return undefined;
  const finding = wrongNumber(text, number, at + 1, event.value, today);
  if (!finding?.fix || event.strength === 'certain') return finding;
  const { fix, ...rest } = finding;
  return { ...rest, suggestions: [fix] };
}

/** A number that is wrong by more counts down to another event. */
const MAX_SLIP_DAYS = 32;

function isNearer(date: string, nearest: string, today: string): boolean {
  if (date >= today) return nearest < today || date < nearest;
  return nearest < today && date > nearest;
}

function endsWithWords(text: string, words: string): boolean {
  return text.endsWith(words) && !isLetter(text.charCodeAt(text.length - words.length - 1));
}

function startsWithWords(text: string, words: string): boolean {
  return text.startsWith(words) && !isLetter(text.charCodeAt(words.length));
}

function wrongNumber(
  text: string,
  number: Span,
  unitStart: number,
  event: Countdown,
  today: string,
): Finding | undefined {
  const days = daysBetween(today, event.date) ?? 0;
  const written = text.slice(number.from, number.to);
  if (Number(written.replaceAll(',', '')) === days) return undefined;
  if (days <= 0) {
    const when = days === 0 ? `is on the date of this entry, ${event.date}` : `was on ${event.date}`;
    return { ...number, message: `The ${event.phrase} ${when}.` };
  }
  const correct = written.includes(',') && days > 999 ? days.toLocaleString('en-US') : String(days);
  const isPlural = text[unitStart + 3] === 's';
  const plural = { from: unitStart + 3, to: unitStart + (isPlural ? 4 : 3), text: isPlural ? '' : 's' };
  const edits = [{ ...number, text: correct }];
  return {
    ...number,
    message: `Expected ${correct} ${pluralNoun(days, 'day')}, from ${today} to ${event.date}.`,
    fix: { title: `Change the number to ${correct}`, edits: isPlural === (days === 1) ? [...edits, plural] : edits },
  };
}
