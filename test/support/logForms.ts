import { addDays } from '../../src/core/dates/calendar.ts';
import type { LogEntry } from './profiledLog.ts';

/** A log that somebody could write, and what its profile must say of it from the first entry on. */
export interface LogForm {
  readonly name: string;
  readonly entry: (index: number) => LogEntry;
  /** With one entry, and with more. */
  readonly counts: readonly [one: string, more: string];
  readonly title: string | null;
  readonly fileName: string;
  readonly date: string;
  readonly zone: string;
}

/** The date on which New York puts its clocks forward. */
const SUMMER = '2031-03-09';

export const LOG_FORMS: readonly LogForm[] = [
  {
    name: 'weekly issues',
    entry: (index) => {
      const date = dayAfter(7 * index);
      return [
        `${date}-issue-${12 + index}.md`,
        `title: Issue ${12 + index}\ndate: ${date} 09:00:00 ${date < SUMMER ? '-05:00' : '-04:00'}`,
      ];
    },
    counts: ['entries', 'entries'],
    title: 'Issue {}',
    fileName: '{date}-issue-{day}.md',
    date: 'YYYY-MM-DD HH:MM:SS ±HH:MM',
    zone: 'America/New_York local',
  },
  {
    name: 'numbers by entry with gaps in the dates',
    entry: (index) => {
      const date = dayAfter([0, 2, 3, 7, 12, 13, 20, 22, 23, 31, 40, 41][index] ?? 0);
      return [`${date}-day-${index + 1}.markdown`, `title: Day ${index + 1}\ndate: ${date} 09:00:00 -05:00`];
    },
    counts: ['calendar', 'entries'],
    title: 'Day {}',
    fileName: '{date}-day-{day}.markdown',
    date: 'YYYY-MM-DD HH:MM:SS ±HH:MM',
    zone: 'America/New_York local',
  },
  {
    name: 'days with a subtitle',
    entry: (index) => {
      const words = ['The flood', 'After the flood', 'A vote'][index % 3] ?? '';
      const slug = words.toLowerCase().replaceAll(' ', '-');
      const date = dayAfter(index);
      return [
        `${date}-day-${300 + index}-${slug}.md`,
        `title: "Day ${300 + index}: ${words}"\ndate: ${date} 09:00 -05:00`,
      ];
    },
    counts: ['calendar', 'calendar'],
    title: 'Day {}: … always double',
    fileName: '{date}-day-{day}-{title}.md',
    date: 'YYYY-MM-DD HH:MM ±HH:MM',
    zone: 'America/New_York local',
  },
  {
    name: 'German days',
    entry: (index) => {
      const date = dayAfter(index);
      return [`${date}-tag-${1 + index}.md`, `title: 'Tag ${1 + index}'\ndate: ${date} 21:00:00 +01:00`];
    },
    counts: ['calendar', 'calendar'],
    title: 'Tag {} single',
    fileName: '{date}-tag-{day}.md',
    date: 'YYYY-MM-DD HH:MM:SS ±HH:MM',
    zone: 'Europe/Paris local',
  },
  {
    name: 'moments in UTC, written in the evening',
    entry: (index) => [
      `${dayAfter(index)}-day-${50 + index}.md`,
      `title: Day ${50 + index}\ndate: ${dayAfter(index + 1)}T03:30:00Z`,
    ],
    counts: ['calendar', 'calendar'],
    title: 'Day {}',
    fileName: '{date}-day-{day}.md',
    date: 'YYYY-MM-DDTHH:MM:SSZ',
    zone: 'America/New_York utc',
  },
  {
    name: 'offsets without a colon',
    entry: (index) => {
      const date = dayAfter(index);
      return [`${date}-no-${108 + index}.md`, `title: No. ${108 + index}\ndate: ${date} 09:00:00 -0700`];
    },
    counts: ['entries', 'entries'],
    title: 'No. {}',
    fileName: '{date}-no-{day}.md',
    date: 'YYYY-MM-DD HH:MM:SS ±HHMM',
    zone: 'America/Denver local',
  },
  {
    name: 'dates without a time',
    entry: (index) => {
      const date = dayAfter(index);
      return [`${date}-day-${7 + index}.md`, `title: Day ${7 + index} - What we know\ndate: ${date}`];
    },
    counts: ['calendar', 'calendar'],
    title: 'Day {} - … always',
    fileName: '{date}-day-{day}.md',
    date: 'YYYY-MM-DD',
    zone: 'America/New_York noOffset',
  },
  {
    name: 'no numbers',
    entry: (index) => {
      const words = ['The flood', 'A vote', 'Harbour news', 'Two mayors', 'Rain', 'A strike'][index % 6] ?? '';
      const slug = `${words.toLowerCase().replaceAll(' ', '-')}`;
      return [`${dayAfter(index)}-${slug}.md`, `title: ${words}\ndate: ${dayAfter(index)} 09:00:00 -05:00`];
    },
    counts: ['none', 'none'],
    title: null,
    fileName: '{date}-{title}.md',
    date: 'YYYY-MM-DD HH:MM:SS ±HH:MM',
    zone: 'America/New_York local',
  },
];

function dayAfter(days: number): string {
  return addDays('2031-01-01', days) ?? '';
}
