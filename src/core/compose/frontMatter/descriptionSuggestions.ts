import type { Block, Entry } from '../../entry/entry.ts';
import { singleQuoted } from '../../lint/frontMatter/yamlScalar.ts';
import { hasEastAsian } from '../../text/eastAsian.ts';
import type { Edit, Span } from '../../text/text.ts';
import { withFinalStop, withoutFinalStop } from './finalStop.ts';
import { findQuotes } from './findQuotes.ts';
import { valueEdit } from './frontMatterValue.ts';
import { visibleWords } from './visibleWords.ts';

/** A quote in the body that could be the entry's description. The span includes its quotation marks. */
export interface DescriptionSuggestion extends Span {
  /** `"There's no way."` */
  readonly text: string;
  /** The text as a YAML scalar: `'"There''s no way."'`. */
  readonly value: string;
}

/**
 * The quotes in an entry, the likeliest description first and each only once. Early quotes, headlines and whole sentences come before
 * fragments; single words and quotes from bullets and notables come last. A quote in several pieces of one sentence counts as one.
 */
export function descriptionSuggestions(entry: Entry): DescriptionSuggestion[] {
  const quotes: Quote[] = [];
  for (const block of entry.blocks) for (const quote of quotesIn(entry, block)) quotes.push(quote);
  return withoutRepeats(quotes)
    .map((quote, index) => ({ quote, score: scoreOf(quote, index) }))
    .sort((a, b) => b.score - a.score)
    .map(({ quote: { from, to, words, opening, closing } }) => {
      const sentence = withoutFinalStop(capitalize(words));
      // A quote in Chinese or Japanese needs no full stop.
      const isSpaceless = hasEastAsian(words + opening);
      const description = `${opening}${isSpaceless ? sentence : withFinalStop(sentence)}${closing}`;
      return { from, to, text: description, value: singleQuoted(description) };
    });
}

/** The edit that makes a suggestion the description. */
export function descriptionEdit(entry: Entry, { value }: DescriptionSuggestion): Edit {
  return valueEdit(entry, 'description', value);
}

interface Quote extends Span {
  readonly kind: Block['kind'];
  readonly isInHeadline: boolean;
  /** The quotation marks of the description, with the spaces that French has inside them. */
  readonly opening: string;
  readonly closing: string;
  /** The quote as readers see it, without its quotation marks. */
  readonly words: string;
  /** The words in lower case and without punctuation, to recognize repetitions. */
  readonly normalized: string;
}

function quotesIn(entry: Entry, block: Block): Quote[] {
  const { kind, content, headline } = block;
  const prose = proseWithBlankAddresses(entry.prose, block);
  const quotes: Quote[] = [];
  let joined: { from: number; to: number; words: string } | undefined;
  const finish = () => {
    if (!joined) return;
    const { words } = joined;
    const from = content.from + joined.from;
    const to = content.from + joined.to;
    const normalized = normalize(words);
    const isInHeadline = headline !== undefined && from < headline.to;
    const marks = marksOf(prose, joined, words);
    if (normalized !== '') quotes.push({ from, to, kind, isInHeadline, ...marks, words, normalized });
  };
  for (const { from, to } of findQuotes(prose)) {
    const inside = { from: content.from + from + 1, to: content.from + to - 1 };
    const visible = visibleWords(entry, inside);
    if (visible === undefined) {
      finish();
      joined = undefined;
      continue;
    }
    const isEnglish = isEnglishMark(prose.charAt(from));
    const words = isEnglish ? visible.replace(DOUBLE_QUOTES, "'") : visible;
    const isSameKind = joined !== undefined && isEnglish === isEnglishMark(prose.charAt(joined.from));
    const joint = joined && isSameKind ? jointBetween(joined.words, prose.slice(joined.to, from)) : undefined;
    if (joined && joint !== undefined) {
      joined = { from: joined.from, to, words: joined.words + joint + words };
    } else {
      finish();
      joined = { from, to, words };
    }
  }
  finish();
  return quotes;
}

/** Quotes inside a quote get single quotation marks. The mark in a Hebrew acronym (see `isGershayim`) stays. */
const DOUBLE_QUOTES = /(?<![\u05d0-\u05ea])["“”]|["“”](?![\u05d0-\u05ea])/g;

function isEnglishMark(mark: string): boolean {
  return mark === '"' || mark === '“';
}

/** English quotes get straight marks, as is house style; those of other languages keep their own. */
function marksOf(text: string, { from, to }: Span, words: string): Pick<Quote, 'opening' | 'closing'> {
  const opening = text.charAt(from);
  if (isEnglishMark(opening) && !(opening === '“' && hasEastAsian(words))) return { opening: '"', closing: '"' };
  const spaceAfter = SPACE_INSIDE.exec(text.slice(from + 1, from + 2))?.[0] ?? '';
  const spaceBefore = SPACE_INSIDE.exec(text.slice(to - 2, to - 1))?.[0] ?? '';
  return { opening: opening + spaceAfter, closing: spaceBefore + text.charAt(to - 1) };
}

/** A space, a no-break space or a narrow one. */
const SPACE_INSIDE = /[ \u00a0\u2009\u202f]/;

/** The content before the first citation group. Quotation marks in addresses are not quotes, so these become spaces. */
function proseWithBlankAddresses(source: string, { content, links, citationGroups }: Block): string {
  let prose = '';
  let at = content.from;
  const end = citationGroups[0]?.from ?? content.to;
  for (const { address } of links) {
    if (address.from >= end) break;
    prose += source.slice(at, address.from) + ' '.repeat(address.to - address.from);
    at = address.to;
  }
  return prose + source.slice(at, Math.max(at, end));
}

/** The text that joins two pieces of a quote within one sentence; undefined if they are separate quotes. */
function jointBetween(before: string, between: string): string | undefined {
  if (between.length > MAX_JOINT_CHARS || /[.!?]$/.test(before) || /[.;]\s/.test(between)) return undefined;
  if (hasEastAsian(before + between)) return undefined; // such marks also set off terms
  if (before.endsWith(',')) return ' ';
  return /^,? ?(?:\p{L}+ ?){0,2}$/u.test(between) ? between : ' … ';
}

const MAX_JOINT_CHARS = 90;

/** Leaves out repeated quotes, and quotes that are part of another one. */
function withoutRepeats(quotes: readonly Quote[]): Quote[] {
  const firstByText = new Map<string, Quote>();
  for (const quote of quotes) if (!firstByText.has(quote.normalized)) firstByText.set(quote.normalized, quote);
  const allTexts = ` ${[...firstByText.keys()].join(' / ')} `;
  return [...firstByText.values()].filter(({ normalized }) => {
    const words = ` ${normalized} `;
    return allTexts.indexOf(words, allTexts.indexOf(words) + 1) < 0;
  });
}

/** Weights in round figures, fitted to the quotes that writers chose. */
function scoreOf({ kind, isInHeadline, words, normalized }: Quote, index: number): number {
  return (
    (KIND_SCORES[kind] ?? 0) +
    (isInHeadline ? 0.6 : 0) +
    (/^\p{Lu}/u.test(words) ? 0.3 : 0) +
    (/[.!?。！？؟]$/.test(words) ? 0.4 : 0) -
    (hasSeveralWords(normalized) ? 0 : 1.5) -
    Math.log1p(index) * 0.4
  );
}

const KIND_SCORES: Readonly<Partial<Record<Block['kind'], number>>> = { poll: -0.5, bullet: -1.6, ordered: -1.4 };

/** Chinese and Japanese have no spaces between words. */
function hasSeveralWords(normalized: string): boolean {
  return normalized.includes(' ') || (normalized.length > MAX_WORD_CHARS && hasEastAsian(normalized));
}

/** A longer text of Chinese or Japanese characters is more than a word. */
const MAX_WORD_CHARS = 4;

function normalize(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{M}\d$%]+/gu, ' ')
    .trim();
}

function capitalize(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
