import type { Span } from '../../text/text.ts';

/**
 * The quotes in a text, with their quotation marks, which may be straight or curly. A quote inside another one is part of it. A mark
 * whose partner is missing on its line is ignored.
 */
export function findQuotes(text: string): Span[] {
  const quotes: Span[] = [];
  let open: OpenQuote[] = []; // the quotes that have not ended yet, each inside the one before it
  const abandon = (abandoned: readonly OpenQuote[]) => quotes.push(...abandoned.flatMap(({ inner }) => inner));
  for (const { index, 0: mark } of text.matchAll(MARK)) {
    if (mark === '\n') {
      abandon(open);
      open = [];
    } else if (startsQuote(text, index, mark, open.length > 0)) {
      if (open.length < MAX_NESTED) open.push({ from: index, mark, inner: [] });
    } else {
      const partner = open.findLastIndex((quote) => quote.mark === PARTNERS[mark]);
      const { from, inner } = open[partner] ?? open.at(-1) ?? {};
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

const MARK = /["“”\n]/g;
const PARTNERS: Readonly<Record<string, string>> = { '"': '"', '”': '“' };

/** Whether a mark opens a quote rather than closing one or standing for inches. Between two spaces it closes one if it can. */
function startsQuote(text: string, at: number, mark: string, isInQuote: boolean): boolean {
  const previous = text.charAt(at - 1);
  if (mark === '”' || /[\p{L}\d.,!?…]/u.test(previous)) return false;
  if (mark === '“') return true;
  const next = text.charAt(at + 1);
  if (previous === '' || /[\s(]/.test(previous)) return next === ' ' ? !isInQuote : /\S/.test(next);
  return /[^\s.,;:!?)\]*_”’]/.test(next);
}
