/** Whether a character is one of Chinese, Japanese or Korean, which have no spaces between words or no capitals. */
export function isEastAsian(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) || // kana
    (code >= 0x3400 && code <= 0x9fff) || // Han
    (code >= 0xac00 && code <= 0xd7a3) || // Hangul
    (code >= 0xf900 && code <= 0xfaff) // Han, for compatibility
  );
}

/** Whether the text has an East Asian character or a corner bracket, which quotes them: `「`. */
export function hasEastAsian(text: string): boolean {
  return EAST_ASIAN.test(text);
}

const EAST_ASIAN = /[\u300c-\u300f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
