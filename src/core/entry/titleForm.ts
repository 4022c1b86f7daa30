/** The digits of the day number in a title, `Day 12` or with a subtitle `Day 12: The flood`; undefined if it is not a numbered day. */
export function numberInTitle(title: string): string | undefined {
  return DAY_TITLE.exec(title)?.[1];
}

/** A subtitle comes after a sign and contains a letter. */
const DAY_TITLE = /^\s*day\s+(\d+)(?:\s*$|\s*[:;,.|/(–—-][^\n]*\p{L})/iu;
