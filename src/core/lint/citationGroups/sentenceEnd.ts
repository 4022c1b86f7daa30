import type { Block, CitationGroup } from '../../entry/entry.ts';
import { isDigit, isLetter, isWhitespaceOrThinSpace } from '../../text/characters.ts';
import { CLOSE_PAREN, COMMA, FULL_STOP, PERCENT, SEMICOLON, SPACE } from '../../text/charCodes.ts';
import { isEastAsian } from '../../text/eastAsian.ts';
import type { Finding } from '../rule.ts';

/** Reports a missing full stop, a comma or a stray character before a citation group. Headlines and lists need no full stop. */
export function checkSentenceEnd(
  text: string,
  block: Block,
  { from, pieces }: CitationGroup,
  findings: Finding[],
): void {
  const { content } = block;
  if (from - 2 <= content.from || pieces[0]?.kind !== 'open') return;
  if (text.charCodeAt(from - 2) === FULL_STOP && text.charCodeAt(from - 1) === SPACE) return;
  const stray = STRAY_CHARACTER.exec(text.slice(Math.max(content.from, from - 8), from));
  if (stray) {
    findings.push(strayFinding(from, stray[0]));
    return;
  }
  if (!needsFullStop(text, block, content.from, from)) return;
  const wordsEnd = endOfWordsBefore(text, content.from, from);
  const isSpaceless = isEastAsian(text.charCodeAt(wordsEnd - 1));
  if (isCommaOrSemicolon(text.charCodeAt(wordsEnd - 1))) {
    const span = { from: wordsEnd - 1, to: wordsEnd };
    const message = `Expected a full stop before the citation group, not "${text.charAt(wordsEnd - 1)}".`;
    const suggestions = [{ title: 'Replace it with a full stop', edits: [{ ...span, text: '.' }] }];
    findings.push({ ...span, message, suggestions });
    return;
  }
  const insertAt = fullStopOffset(text, wordsEnd, from);
  let wordStart = isSpaceless ? wordsEnd - 1 : wordsEnd;
  while (!isSpaceless && wordStart > content.from && !isWhitespaceOrThinSpace(text.charCodeAt(wordStart - 1)))
    wordStart--;
  findings.push({
    from: wordStart,
    to: insertAt,
    message: 'Missing full stop before the citation group.',
    suggestions: [
      { title: 'Insert a full stop', edits: [{ from: insertAt, to: insertAt, text: isSpaceless ? '。' : '.' }] },
    ],
  });
}

/** A bracket, slash or pipe typed by accident between the sentence and its group. */
const STRAY_CHARACTER = /(?<=[.!?。！？]["”’*」』]{0,3}) ?[/[{<|] *$/;

function strayFinding(groupFrom: number, match: string): Finding {
  const span = { from: groupFrom - match.length, to: groupFrom };
  const stray = match.trim();
  return {
    ...span,
    message: `Stray "${stray}" before the citation group.`,
    fix: { title: `Remove "${stray}"`, edits: [{ ...span, text: ' ' }] },
  };
}

function isCommaOrSemicolon(code: number): boolean {
  return code === COMMA || code === SEMICOLON;
}

function needsFullStop(text: string, block: Block, from: number, groupFrom: number): boolean {
  const wordsEnd = endOfWordsBefore(text, from, groupFrom);
  if (wordsEnd <= from || !isUnfinished(text, block, wordsEnd)) return false;
  if (/(?:#\w+|\bTK)$/.test(text.slice(Math.max(from, wordsEnd - 40), wordsEnd))) return false; // a hashtag or a placeholder
  switch (block.kind) {
    case 'section':
    case 'poll':
    case 'named':
      return true;
    case 'bullet':
    case 'ordered':
    case 'paragraph':
    case 'quote':
      return (
        hasEarlierSentence(text, block, wordsEnd) ||
        (citesOutlet(text, block, groupFrom) && isSentence(text, block, wordsEnd))
      );
    default:
      return false;
  }
}

/** The end of the text before a group, not counting spaces, quotation marks, asterisks, underscores and tildes. */
export function endOfWordsBefore(text: string, from: number, groupFrom: number): number {
  let end = groupFrom;
  while (end > from && (isWhitespaceOrThinSpace(text.charCodeAt(end - 1)) || CLOSERS.includes(text.charAt(end - 1))))
    end--;
  return end;
}

const CLOSERS = '"”“’\'*_~';

/**
 * Whether the text ends with a letter, a digit, a comma or a bracket without a full stop in it. Any other punctuation mark or
 * an emoji is accepted as the end of a sentence. Chinese and Japanese sentences need a full stop only where others in the block have one.
 */
function isUnfinished(text: string, { links, content }: Block, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  if (isEastAsian(code)) return text.slice(content.from, end).includes('。');
  if (code !== CLOSE_PAREN) return isLetter(code) || isDigit(code) || isCommaOrSemicolon(code) || code === PERCENT;
  const link = links.find(({ to }) => to === end);
  if (!link) return !/[.!?。！？]["”’*_」』]*\)$/.test(text.slice(Math.max(0, end - 5), end));
  return !/[.!?…。！？]["”’*_」』]*$/.test(text.slice(link.name.from, link.name.to));
}

/** Whether another sentence ends before the last one, which makes the item prose rather than a line of a list. */
function hasEarlierSentence(text: string, { content, headline, kind }: Block, end: number): boolean {
  if (kind === 'paragraph' && headline) return false;
  const from = headline?.close ? headline.close.from : content.from;
  const prose = text.slice(from, end);
  const boldEnd = /^\*\*\.?\s/.exec(prose);
  const isHeadlineSentence = boldEnd && (boldEnd[0].includes('.') || endsSentence(text, content.from, from));
  const rest = boldEnd ? prose.slice(boldEnd[0].length) : prose;
  if (isHeadlineSentence && /^["“]?[A-Z0-9]/.test(rest)) return true;
  return SENTENCE_BREAK.test(rest) || rest.includes('。');
}

/** Whether the only sentence of a list item is plainly one. */
function isSentence(text: string, { content, headline, kind }: Block, end: number): boolean {
  if (kind !== 'bullet' && kind !== 'ordered') return false;
  if (!headline?.close) return CLAUSE.test(text.slice(content.from, end));
  return CONTINUED_SENTENCE.test(text.slice(headline.to, end));
}

/** Whether the first link after the offset has a name, not just a number like `#12`. */
function citesOutlet(text: string, { links }: Block, offset: number): boolean {
  const link = links.find(({ from }) => from >= offset);
  return link !== undefined && isLetter(text.charCodeAt(link.name.from));
}

/**
 * The rest of a sentence that the headline begins (`**The mayor resigned** and left the city`), but not of a title (`**Live blog** of
 * the`).
 */
const CONTINUED_SENTENCE = /^ (?!(?:about|after|against|at|before|by|during|for|from|in|of|on|to|with)\b)[a-z]+ \S+ \S/;

/** A subject that makes the line a sentence, even a single one. */
const CLAUSE = /^["“]?(?:I|You|He|She|It|We|They|There) [a-z]/;

/** The end of one sentence and the start of the next. The full stop of `Dr. Ann` does not count. */
const SENTENCE_BREAK =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec))(?<=[a-z0-9%)])[.!?](?:["”’]|\*\*)*\s+["“[\\]*[A-Z]/;

/** `Who are the managers?**` */
function endsSentence(text: string, from: number, to: number): boolean {
  return /[.!?]["”’]?$/.test(text.slice(Math.max(from, to - 2), to));
}

/** Where a full stop belongs: inside the closing quotation mark, as is house style, or after all closing asterisks. */
export function fullStopOffset(text: string, wordsEnd: number, groupFrom: number): number {
  if ('"”“’\''.includes(text.charAt(wordsEnd))) return wordsEnd;
  let offset = wordsEnd;
  while (offset < groupFrom && CLOSERS.includes(text.charAt(offset))) offset++;
  return offset;
}
