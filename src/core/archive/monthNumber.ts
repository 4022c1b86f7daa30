/** Months since the year 0, of a date `YYYY-MM-DD`; 0 without a date. */
export function monthNumber(date: string | undefined): number {
  return date === undefined ? 0 : Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
