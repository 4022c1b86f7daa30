/** What the archive knows of one entry's day. An entry that is no numbered day (a weekly review) has no number. */
export interface Day {
  /** Path below the root, with `/`: `_posts/2020-01-05-day-1081.markdown`. */
  readonly path: string;
  readonly draft: boolean;
  /** `YYYY-MM-DD`, from the front matter, else from the file's name; undefined where neither holds a real date. */
  readonly date: string | undefined;
  /** `±HH:MM`, as the front matter's date has it. */
  readonly offset: string | undefined;
  /** `HH:MM:SS`, as the front matter's date has it. */
  readonly time: string | undefined;
  /** 1081, from the title `Day 1081`, else from the file's name. */
  readonly number: number | undefined;
  /** The names of the keys that its front matter has; absent where nobody looked. */
  readonly keys?: readonly string[];
}
