import type { NumberedText } from './numbersInText.ts';

/** Whether the number is part of a date: the day in `January 6, 2031` or `6. Januar`, the month in `1月6日`, all of `310106`. */
export function isPartOfDate(
  { prefix, digits, suffix, separator, subtitle }: NumberedText,
  date: string | undefined,
): boolean {
  if (COMPACT_DATE.test(digits)) return true;
  if (MONTH_SIGN.test(prefix) || suffix.startsWith('月')) return true;
  // Of a log whose dates are known, only those are dates: `Mai 6` may be a series.
  if (date !== undefined && Number(digits) !== Number(date.slice(8))) return false;
  return MONTH_BEFORE.test(prefix) || MONTH_AFTER.test(`${suffix}${separator ?? ''}${subtitle ?? ''}`);
}

/** `YYMMDD` */
const COMPACT_DATE = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

const MONTH_SIGN = /月\s*$/;

/** In English, German, French, Spanish, Italian, Portuguese and Dutch, in full or shortened. */
const MONTHS =
  'jan(?:uary|uar|vier|eiro|uari)?|janv|gen(?:naio)?|enero|ene|feb(?:ruary|ruar|rero|braio|ruari)?|f[ée]v(?:rier|ereiro|r)?|' +
  'mar(?:ch|s|zo|ço)?|m[äa]rz|maart|apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|may|mai|mei|mayo|maio|maggio|mag|jun(?:e|i|io|ho)?|juin|giugno|giu|' +
  'jul(?:y|i|io|ho)?|juil(?:let)?|luglio|lug|aug(?:ust|ustus)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|embre|tembre|iembre|tembro)?|set(?:embro|tembre)?|' +
  'o[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|de[cz](?:ember|embro)?|d[ée]c(?:embre)?|dic(?:iembre|embre)?';
const MONTH_BEFORE = new RegExp(`(?<!\\p{L})(?:${MONTHS})[.,]?[\\s_-]+$`, 'iu');
const MONTH_AFTER = new RegExp(`^(?:st|nd|rd|th|\\.|º|er)?[\\s_-]+(?:de\\s+|of\\s+)?(?:${MONTHS})(?!\\p{L})`, 'iu');
