import type { Block, Entry } from '../../entry/entry.ts';
import { quoted } from '../../lint/frontMatter/frontMatterEdits.ts';
import type { Edit, Span } from '../../text/text.ts';
import { valueEdit } from './frontMatterValue.ts';
import { plainWords, withoutStop, withStop } from './plainWords.ts';

/** A quote of the body that could be the entry's description; the span is that of the quote, its marks included. */
export interface DescriptionOffer extends Span {
  /** `"There's no way."` */
  readonly text: string;
  /** The same as a YAML value: `'"There''s no way."'`. */
  readonly value: string;
}

/**
 * The quotes of an entry, each once, the likeliest description first: early ones, headlines, whole sentences before fragments;
 * single words, and what only stands in a bullet or a notable, last. What one sentence quotes in pieces is one quote.
 */
export function descriptionOffers(entry: Entry): DescriptionOffer[] {
  const { text, blocks } = entry;
  const found: Quote[] = [];
  for (const block of blocks) for (const quote of quotesIn(text, block)) found.push(quote);
  return withoutRepeats(found)
    .map((quote, index) => ({ quote, score: scoreOf(quote, index) }))
    .sort((a, b) => b.score - a.score)
    .map(({ quote: { from, to, words } }) => {
      const offered = `"${withStop(withoutStop(capitalized(words)))}"`;
      return { from, to, text: offered, value: quoted(offered) };
    });
}

/** The edit that makes an offer the description. */
export function descriptionEdit(entry: Entry, { value }: DescriptionOffer): Edit {
  return valueEdit(entry, 'description', value);
}

interface Quote extends Span {
  readonly kind: Block['kind'];
  readonly inHeadline: boolean;
  /** As a reader sees them, without the marks around. */
  readonly words: string;
  /** In small letters, without marks: by which the same quote is known. */
  readonly plain: string;
}

const QUOTE = /(?<![\p{L}\d.,!?…])["“]([^"“”\n]+)["”]/gu;

function quotesIn(text: string, { kind, story, headline, links, citations }: Block): Quote[] {
  // Marks in an address are no quotes: it is looked over in a copy of the same length.
  let prose = '';
  let at = story.from;
  const end = citations[0]?.from ?? story.to;
  for (const { address } of links) {
    if (address.from >= end) break;
    prose += text.slice(at, address.from) + ' '.repeat(address.to - address.from);
    at = address.to;
  }
  prose += text.slice(at, Math.max(at, end));

  const quotes: Quote[] = [];
  let joined: { from: number; to: number; words: string } | undefined;
  const finish = () => {
    if (!joined) return;
    const { from, to, words } = joined;
    const plain = plainOf(words);
    const inHeadline = headline !== undefined && story.from + from < headline.to;
    if (plain !== '') quotes.push({ from: story.from + from, to: story.from + to, kind, inHeadline, words, plain });
  };
  for (const { index, 0: whole, 1: inside = '' } of prose.matchAll(QUOTE)) {
    const words = plainWords(text.slice(story.from + index + 1, story.from + index + 1 + inside.length));
    const joint = joined && jointOf(joined.words, prose.slice(joined.to, index));
    if (joined && joint !== undefined) {
      joined = { from: joined.from, to: index + whole.length, words: joined.words + joint + words };
    } else {
      finish();
      joined = { from: index, to: index + whole.length, words };
    }
  }
  finish();
  return quotes;
}

/** What joins two pieces of a quote that one sentence gives apart; undefined where it does not. */
function jointOf(before: string, between: string): string | undefined {
  if (between.length > LONGEST_JOINT || /[.!?]$/.test(before) || /[.;]\s/.test(between)) return undefined;
  if (before.endsWith(',')) return ' ';
  return /^,? ?(?:\p{L}+ ?){0,2}$/u.test(between) ? between : ' … ';
}

const LONGEST_JOINT = 90;

/** Each quote once; one that stands in another, in that one alone. */
function withoutRepeats(quotes: readonly Quote[]): Quote[] {
  const first = new Map<string, Quote>();
  for (const quote of quotes) if (!first.has(quote.plain)) first.set(quote.plain, quote);
  const all = ` ${[...first.keys()].join(' / ')} `;
  return [...first.values()].filter(({ plain }) => {
    const words = ` ${plain} `;
    return all.indexOf(words, all.indexOf(words) + 1) < 0;
  });
}

/** What writers chose among their quotes, in round figures. */
function scoreOf({ kind, inHeadline, words, plain }: Quote, index: number): number {
  return (
    (KINDS[kind] ?? 0) +
    (inHeadline ? 0.6 : 0) +
    (/^[A-Z]/.test(words) ? 0.3 : 0) +
    (/[.!?]$/.test(words) ? 0.4 : 0) -
    (plain.includes(' ') ? 0 : 1.5) -
    Math.log1p(index) * 0.4
  );
}

const KINDS: Readonly<Partial<Record<Block['kind'], number>>> = { poll: -0.5, bullet: -1.6, ordered: -1.4 };

function plainOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\d$%]+/gu, ' ')
    .trim();
}

function capitalized(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
