import type { CountdownLine } from './countdownLines.ts';

/** The date and number of an entry. An entry that is not a numbered day, such as a weekly review, has no number. */
export interface Day {
  /** The path below the root, with `/`: `_posts/2020-01-05-day-1081.markdown`. */
  readonly path: string;
  readonly draft: boolean;
  /** `YYYY-MM-DD`, from the front matter or else the file name; undefined if neither has a date. */
  readonly date: string | undefined;
  /** As written in the date of the front matter: `±HH:MM`, `±HHMM` or `Z`. */
  readonly offset: string | undefined;
  /** `HH:MM:SS` or `HH:MM`, from the date in the front matter. */
  readonly time: string | undefined;
  /** 1081, from the title `Day 1081` or else the file name. */
  readonly number: number | undefined;
  /** What a numbered entry is called in a log of another form: `Issue 12`. Absent for `Day 12`. */
  readonly name?: string;
  /** Present if `T` and not a space separates date and time: `2020-01-05T09:30:00Z`. */
  readonly separator?: 'T';
  /** The names of the keys in the front matter; absent if they have not been read. */
  readonly keys?: readonly string[];
  /** As YAML reads it; absent if there is none. */
  readonly title?: string;
  /** Present if the title is quoted. */
  readonly titleQuotes?: 'single' | 'double';
  /** The date as written in the front matter, without quotes; absent if there is none. */
  readonly dateText?: string;
  /** The sentences that count down to an event; absent if there are none, or if they have not been read. */
  readonly countdowns?: readonly CountdownLine[];
}
