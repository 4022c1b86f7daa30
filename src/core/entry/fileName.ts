/** The date and number in a file name: `2020-01-05-day-1081.markdown`, or of a draft `day-1081.markdown`. */
export interface ParsedFileName {
  /** `YYYY-MM-DD` */
  readonly date: string | undefined;
  readonly number: number | undefined;
}

/** Reads the date and number in a file name (without folders); what is missing is undefined. */
export function parseFileName(fileName: string): ParsedFileName {
  const match = /^(?:(\d{4}-\d{2}-\d{2})-)?(?:day-(\d+))?/i.exec(fileName);
  return { date: match?.[1], number: match?.[2] === undefined ? undefined : Number(match[2]) };
}
