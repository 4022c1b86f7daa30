import { matchLengthAt } from '../../commonmark/characterClasses.ts';
import { normalizeLinkLabel } from '../document.ts';
import { createElement } from '../element.ts';
import { endOfBlankRest, nextLineAt, skipIndent, trimEnd } from '../scanner.ts';
import { type BlockRule, pushBlock } from './blockState.ts';

interface Destination {
  readonly url: string;
  readonly title: string | undefined;
  readonly end: number;
}

/** `[label]: url "title"`, the title on the same line or on the next. */
export const linkDefinition: BlockRule = (state) => {
  const { scanner, document } = state;
  const { text, position } = scanner;
  const start = skipIndent(text, position);
  if (text[start] !== '[') return false;
  const length = matchLengthAt(LABEL, text, start);
  if (length === 0) return false;
  const urlStart = skipSpaces(text, start + length);
  const bracketed = bracketedDestination(text, urlStart);
  const destination = bracketed ?? bareDestination(text, urlStart);
  if (destination === undefined || (!bracketed && /[ \t]["']/.test(destination.url))) return false;
  const element = createElement('endOfBlock', 'link');
  pushBlock(state, element);
  const label = normalizeLinkLabel(text.slice(start + 1, start + length - 2));
  document.linkDefinitions.set(label, { url: destination.url, title: destination.title, element });
  document.isInterdependent = true;
  scanner.position = destination.end;
  return true;
};

/** Reads `<url> "title"`. */
function bracketedDestination(text: string, start: number): Destination | undefined {
  if (text[start] !== '<') return undefined;
  const lineEnd = nextLineAt(text, start);
  for (let close = text.indexOf('>', start); close >= 0 && close < lineEnd; close = text.indexOf('>', close + 1)) {
    const rest = titleAt(text, close + 1, lineEnd) ?? blankRest(text, close + 1);
    if (rest !== undefined) return { url: text.slice(start + 1, close), ...rest };
  }
  return undefined;
}

/** Reads `url "title"`. The URL goes on up to a title that ends the line. */
function bareDestination(text: string, start: number): Destination | undefined {
  const lineEnd = nextLineAt(text, start);
  const line = trimEnd(text.slice(start, lineEnd));
  if (line === '') return undefined;
  const quote = line.at(-1) ?? '';
  if (quote === '"' || quote === "'") {
    for (let open = line.indexOf(quote, 2); open < line.length - 2; open = line.indexOf(quote, open + 1)) {
      const url = trimSpaces(line.slice(0, open));
      if (url.length < open) return { url, title: line.slice(open + 1, -1), end: lineEnd };
    }
  }
  const rest = titleAt(text, start + line.length, lineEnd) ?? blankRest(text, start + line.length);
  return rest && { url: line, ...rest };
}

/** Reads a title that ends the line, or fills the next one if the rest of this one is blank. */
function titleAt(text: string, from: number, lineEnd: number): Omit<Destination, 'url'> | undefined {
  const isOnNextLine = endOfBlankRest(text, from) >= 0;
  const start = skipSpaces(text, isOnNextLine ? lineEnd : from);
  const quote = text[start];
  if ((quote !== '"' && quote !== "'") || start === from) return undefined;
  const end = isOnNextLine ? nextLineAt(text, start) : lineEnd;
  const title = trimEnd(text.slice(start + 1, end));
  return title.length > 1 && title.endsWith(quote) ? { title: title.slice(0, -1), end } : undefined;
}

function blankRest(text: string, from: number): Omit<Destination, 'url'> | undefined {
  const end = endOfBlankRest(text, from);
  return end < 0 ? undefined : { title: undefined, end };
}

function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function trimSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--;
  return text.slice(0, end);
}

const LABEL = /\[[^\n\]]+\]:/y;
