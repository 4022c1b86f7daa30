/** What a file's name says of its day: `2020-01-05-day-1081.markdown`, or a draft's `day-1081.markdown`. */
export interface DatedName {
  /** `YYYY-MM-DD` */
  readonly date: string | undefined;
  readonly number: number | undefined;
}

/** Reads a file's name (without folders); what it does not say is undefined. */
export function datedName(fileName: string): DatedName {
  const match = /^(?:(\d{4}-\d{2}-\d{2})-)?(?:day-(\d+))?/i.exec(fileName);
  return { date: match?.[1], number: match?.[2] === undefined ? undefined : Number(match[2]) };
}
