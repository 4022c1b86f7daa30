import type { Block, CitationGroup } from '../../entry/entry.ts';
import { isSpace } from '../../entry/marks.ts';
import { isDigit, isLetter } from '../../text/characters.ts';
import type { Finding } from '../rule.ts';

/** The sentence before a group ends like one; a headline alone or a name in a list is none. */
export function checkStop(text: string, block: Block, { from, pieces }: CitationGroup, findings: Finding[]): void {
  const { story } = block;
  if (from - 2 <= story.from || pieces[0]?.kind !== 'open') return;
  if (text.charCodeAt(from - 2) === STOP && text.charCodeAt(from - 1) === 32) return;
  const stray = STRAY.exec(text.slice(Math.max(story.from, from - 8), from));
  if (stray) {
    findings.push(strayBefore(from, stray[0]));
    return;
  }
  if (!mayLackStop(text, block, story.from, from)) return;
  const end = endOfWords(text, story.from, from);
  if (isComma(text.charCodeAt(end - 1))) {
    const span = { from: end - 1, to: end };
    const suggestions = [{ title: 'Make it a full stop', edits: [{ ...span, text: '.' }] }];
    findings.push({ ...span, message: `"${text.charAt(end - 1)}" stands before this group.`, suggestions });
    return;
  }
  const at = insertionPoint(text, end, from);
  let start = end;
  while (start > story.from && !isSpace(text.charCodeAt(start - 1))) start--;
  findings.push({
    from: start,
    to: at,
    message: 'No full stop stands before this group.',
    suggestions: [{ title: 'Insert a full stop', edits: [{ from: at, to: at, text: '.' }] }],
  });
}

/** A key hit by accident between the sentence and its group. */
const STRAY = /(?<=[.!?]["”’*]{0,3}) ?[/[{<|] *$/;

function strayBefore(to: number, found: string): Finding {
  const span = { from: to - found.length, to };
  const message = `A stray "${found.trim()}" stands before this group.`;
  return { ...span, message, fix: { title: 'Remove it', edits: [{ ...span, text: ' ' }] } };
}

/** Or a semicolon: the sentence was to go on. */
function isComma(code: number): boolean {
  return code === 44 || code === 59;
}

const STOP = 46;

function mayLackStop(text: string, block: Block, from: number, group: number): boolean {
  const end = endOfWords(text, from, group);
  if (end <= from || !isWordEnd(text, block, end)) return false;
  if (/(?:#\w+|\bTK)$/.test(text.slice(Math.max(from, end - 40), end))) return false; // a hashtag, or still to come
  switch (block.kind) {
    case 'section':
    case 'poll':
    case 'named':
      return true;
    case 'bullet':
    case 'ordered':
    case 'paragraph':
    case 'quote':
      return hasSentence(text, block, end);
    default:
      return false;
  }
}

/** Behind the last character that is no quotation mark, asterisk, underscore, tilde or space. */
export function endOfWords(text: string, from: number, group: number): number {
  let end = group;
  while (end > from && (isSpace(text.charCodeAt(end - 1)) || CLOSERS.includes(text.charAt(end - 1)))) end--;
  return end;
}

const CLOSERS = '"”“’\'*_~';

/** A letter, a digit, a bracket that was opened in the sentence; a sign or an emoji ends it well enough. */
function isWordEnd(text: string, { links }: Block, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  if (code !== 41) return isLetter(code) || isDigit(code) || isComma(code) || code === 37; // %
  const link = links.find(({ to }) => to === end);
  if (!link) return !/[.!?]["”’*_]*\)$/.test(text.slice(Math.max(0, end - 5), end));
  return !/[.!?…]["”’*_]*$/.test(text.slice(link.name.from, link.name.to));
}

/** Whether a sentence ended before this one, so that the item is prose and no line of a list. */
function hasSentence(text: string, { story, headline, kind }: Block, end: number): boolean {
  if (kind === 'paragraph' && headline) return false;
  const from = headline?.close ? headline.close.from : story.from;
  const prose = text.slice(from, end);
  const first = /^\*\*\.?\s/.exec(prose);
  const isEnded = first && (first[0].includes('.') || endsSentence(text, story.from, from));
  if (isEnded && /^["“]?[A-Z0-9]/.test(prose.slice(first[0].length))) return true;
  return SENTENCE.test(first ? prose.slice(first[0].length) : prose);
}

/** Where one sentence ends and the next begins; the stop of `Dr. Ann` is none. */
const SENTENCE =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))(?<=[a-z0-9%)])[.!?](?:["”’]|\*\*)*\s+["“[\\]*[A-Z]/;

/** `Who are the managers?**` */
function endsSentence(text: string, from: number, to: number): boolean {
  return /[.!?]["”’]?$/.test(text.slice(Math.max(from, to - 2), to));
}

/** Inside the closing quotation mark, as the house puts it, else behind all asterisks. */
export function insertionPoint(text: string, end: number, group: number): number {
  if ('"”“’\''.includes(text.charAt(end))) return end;
  let at = end;
  while (at < group && CLOSERS.includes(text.charAt(at))) at++;
  return at;
}
