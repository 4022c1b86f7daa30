import { isEastAsian } from '../../text/eastAsian.ts';
import { CLOSING_QUOTATION_MARKS, isGershayim } from '../../text/quotationMarks.ts';
import type { Span } from '../../text/text.ts';

/**
 * The quotes in a text, with their quotation marks: straight, curly, `„…“`, `«…»`, `»…«` or `「…」`. A quote inside another one is part of
 * it. A mark whose partner is missing on its line is ignored.
 */
export function findQuotes(text: string): Span[] {
  const quotes: Span[] = [];
  let open: OpenQuote[] = []; // the quotes that have not ended yet, each inside the one before it
  const abandon = (abandoned: readonly OpenQuote[]) => quotes.push(...abandoned.flatMap(({ inner }) => inner));
  for (const { index, 0: mark } of text.matchAll(MARK)) {
    if (mark === '"' && isGershayim(text, index)) continue;
    if (mark === '\n') {
      abandon(open);
      open = [];
    } else if (startsQuote(text, index, mark, open)) {
      if (open.length < MAX_NESTED) open.push({ from: index, mark, inner: [] });
    } else {
      const partner = partnerOf(mark, open);
      const { from, inner } = partner ?? {};
      if (from === undefined || inner === undefined) continue;
      const nested = open.splice(open.findIndex((quote) => quote.from === from));
      const isEmpty = text.slice(from + 1, index).trim() === '';
      const target = open.at(-1)?.inner ?? quotes;
      target.push(...(isEmpty ? nested.flatMap((quote) => quote.inner) : [{ from, to: index + 1 }]));
    }
  }
  abandon(open);
  return quotes;
}

interface OpenQuote {
  readonly from: number;
  readonly mark: string;
  /** The quotes inside it so far, which count on their own if it never ends. */
  readonly inner: Span[];
}

/** Upper bound on quotes inside each other; keeps hostile input linear. */
const MAX_NESTED = 20;

const MARK = /["“”„«»「」『』\n]/g;

/** The open quote that a mark closes. English marks, which are easily mixed up, close one of another kind if there is none of their own. */
function partnerOf(mark: string, open: readonly OpenQuote[]): OpenQuote | undefined {
  const partner = open.findLast((quote) => closes(mark, quote));
  if (partner || !'"”“'.includes(mark)) return partner;
  return open.findLast((quote) => '"“„'.includes(quote.mark));
}

function closes(mark: string, quote: OpenQuote): boolean {
  return CLOSING_QUOTATION_MARKS[quote.mark]?.includes(mark) ?? false;
}

/** Whether a mark opens a quote rather than closing one or standing for inches. Between two spaces it closes one if it can. */
function startsQuote(text: string, at: number, mark: string, open: readonly OpenQuote[]): boolean {
  const previous = text.charAt(at - 1);
  const next = text.charAt(at + 1);
  switch (mark) {
    case '„':
    case '「':
    case '『':
      return true;
    case '”':
    case '」':
    case '』':
      return false;
    case '«':
      return !open.some((quote) => quote.mark === '»');
    case '»':
      return !open.some((quote) => quote.mark === '«') && /^[\s([*_]?$/.test(previous) && /\S/.test(next);
    case '“':
      if (open.at(-1)?.mark === '„') return false;
  }
  const isInQuote = open.length > 0;
  if (isEastAsian(previous.charCodeAt(0))) return mark === '“' || !open.some((quote) => quote.mark === mark);
  if (/[\p{L}\d.,!?…]/u.test(previous)) return false;
  if (mark === '“') return true;
  if (previous === '' || /[\s(]/.test(previous)) return next === ' ' ? !isInQuote : /\S/.test(next);
  return /[^\s.,;:!?)\]*_”’]/.test(next);
}
