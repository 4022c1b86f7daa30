/**
 * The closing marks by opening mark: English, German and Polish, French, and East Asian. German books have `»…«`, the French marks the
 * other way around.
 */
export const CLOSING_QUOTATION_MARKS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
};

/** Whether a double quotation mark is a part of a Hebrew word: `צה"ל`, an acronym. */
export function isGershayim(text: string, at: number): boolean {
  return isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + 1));
}

function isHebrew(code: number): boolean {
  return code >= 0x05d0 && code <= 0x05ea;
}
