import { addDays, withWeekday } from '../../dates/calendar.ts';
import { readTypedDate } from '../../dates/typedDate.ts';
import type { Day } from '../../entry/day.ts';
import { dayName } from '../../entry/dayName.ts';

/** What would happen on a date: a new title, or the reason why not. */
export type DatePlan =
  | { readonly ok: true; readonly title: string; readonly path: string }
  | { readonly ok: false; readonly reason: string; readonly message: string; readonly path?: string };

/** A row of the list of dates. */
export interface DateChoice {
  /** Undefined if there is no such day. */
  readonly date: string | undefined;
  /** `Mon 2026-03-09` */
  readonly label: string;
  /** `Day 65 · today` */
  readonly description: string;
  /** For a date that was typed, the path of its entry. */
  readonly detail?: string;
  /** Whether it can be picked: nothing is there yet. */
  readonly isFree: boolean;
}

/** What a list of dates is about. */
export interface DateList {
  readonly today: string;
  /** The date around which days are listed. */
  readonly around: string;
  /** The date to begin with; undefined if there is none. */
  readonly initialDate: string | undefined;
  readonly days: readonly Day[];
  readonly plan: (date: string) => DatePlan;
}

/** The days around a date, with today, the last entry and the date to begin with, in order. Dates on which no entry can be are left out. */
export function dateChoices(list: DateList): DateChoice[] {
  const near = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(list.around, index - DAYS_BEFORE));
  const dates = [...near, list.today, lastEntryDate(list.days), list.initialDate].filter((date) => date !== undefined);
  return [...new Set(dates)].sort().flatMap((date) => {
    const plan = list.plan(date);
    return plan.ok || LISTED_REASONS.has(plan.reason) ? [choiceOf(date, plan, list)] : [];
  });
}

const DAYS_SHOWN = 14;
const DAYS_BEFORE = 3;

/** `taken`: there is an entry to see; `no-epoch`: the writer will be asked for the number. */
const LISTED_REASONS: ReadonlySet<string> = new Set(['taken', 'no-epoch']);

/** The row for a date as typed, with the reason if it cannot be picked; undefined if what was typed is not a date. */
export function typedDateChoice(typed: string, list: DateList): DateChoice | undefined {
  const typedDate = readTypedDate(typed, list.today);
  if (!typedDate) return undefined;
  if (typedDate.kind === 'no-such-day') {
    return { date: undefined, label: typedDate.text, description: 'no such day', isFree: false };
  }
  const { date } = typedDate;
  const plan = list.plan(date);
  const choice = choiceOf(date, plan, list);
  if (plan.ok) return { ...choice, detail: plan.path };
  return choice.isFree ? choice : { ...choice, description: plan.message };
}

function choiceOf(date: string, plan: DatePlan, { today, days }: DateList): DateChoice {
  const existing = plan.ok ? undefined : days.find(({ path }) => path === plan.path);
  const parts = [
    plan.ok ? plan.title : existing && `${dayName(existing)} exists`,
    date === today && 'today',
    date === lastEntryDate(days) && 'last entry',
  ];
  return {
    date,
    label: withWeekday(date),
    description: parts.filter(Boolean).join(' · '),
    isFree: plan.ok || plan.reason === 'no-epoch',
  };
}

/** The date of the last numbered entry, draft or not. */
function lastEntryDate(days: readonly Day[]): string | undefined {
  let last: string | undefined;
  for (const { date, number } of days) {
    if (date !== undefined && number !== undefined && (last === undefined || date > last)) last = date;
  }
  return last;
}
