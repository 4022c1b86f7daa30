import { escapeRegExp } from '../text/escapeRegExp.ts';
import { isDayTitle, type TitleForm } from './titleForm.ts';

/** The date and number in a file name: `2020-01-05-day-1081.markdown`, or of a draft `day-1081.markdown`. */
export interface ParsedFileName {
  /** `YYYY-MM-DD` */
  readonly date: string | undefined;
  readonly number: number | undefined;
}

/** Reads the date and number in a file name (without folders); what is missing is undefined. As in Jekyll, `2031-1-5` is a date, too. */
export function parseFileName(fileName: string): ParsedFileName {
  const { 1: year, 2: month = '', 3: day = '', 4: digits } = FILE_NAME.exec(fileName) ?? NO_PARTS;
  return {
    date: year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    number: digits === undefined ? undefined : Number(digits),
  };
}

const NO_PARTS: readonly string[] = [];

const FILE_NAME = /^(?:(\d{4})-(\d\d?)-(\d\d?)-)?(?:day-(\d+))?/i;

/** The number in the name of a file, after the words of the titles: 12 in `2031-01-31-issue-12.md` for titles `Issue 12`. */
export function numberInFileName(fileName: string, form: TitleForm | null): number | undefined {
  if (!form) return undefined;
  if (isDayTitle(form)) return parseFileName(fileName).number;
  const words = form.prefix.match(/[\p{L}\p{M}]+/gu);
  if (!words) return undefined;
  const name = fileName.replace(/^\d{4}-\d{2}-\d{2}[-_. ]/, '');
  const digits = new RegExp(`^${words.map(escapeRegExp).join('[-_. ]*')}[-_. ]*(\\d+)(?!\\d)`, 'iu').exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
