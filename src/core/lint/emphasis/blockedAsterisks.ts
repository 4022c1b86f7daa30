import type { Block } from '../../entry/entry.ts';
import { MASK } from '../../entry/literals.ts';
import type { Finding, Fix } from '../rule.ts';
import type { AsteriskRun } from './asteriskRuns.ts';

/**
 * Emphasis in a script that sets no spaces between words: `**標題。**正文`, `他说**“你好”**然后`. In Markdown, asterisks between a punctuation
 * mark and a letter neither open nor close anything, so the page shows them. Also finds two bold texts without a space between them
 * (`**a****b**`). At least one run must be unpaired.
 */
export function blockedFaults(text: string, { content }: Block, runs: readonly AsteriskRun[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const length of [1, 2, 3]) {
    const ends = runs.flatMap((run) => endsOfLength(run, length));
    if (ends.length % 2 !== 0) continue;
    for (let at = 0; at < ends.length; at += 2) {
      const [opener, closer] = ends.slice(at, at + 2);
      if (!opener || !closer || opener.spaceAfter || closer.spaceBefore || opener.to >= closer.from) continue;
      const next = ends[at + 2];
      const finding = blockedPair(text, opener, closer, content.from);
      if (finding) findings.push(finding);
      if (next && next.from === closer.to) findings.push(missingSpaceBetween(closer, next));
    }
  }
  return findings;
}

/** The run if it has that length; the two halves of `****`, which ends one bold text and starts another. */
function endsOfLength(run: AsteriskRun, length: number): AsteriskRun[] {
  const { from, to } = run;
  if (to - from === length) return [run];
  if (length !== 2 || to - from !== 4 || run.spaceBefore || run.spaceAfter) return [];
  return [
    { ...run, to: from + 2 },
    { ...run, from: from + 2 },
  ];
}

function missingSpaceBetween(closer: AsteriskRun, opener: AsteriskRun): Finding {
  return {
    from: closer.from,
    to: opener.to,
    message: 'Missing space between two bold texts: the page will show the asterisks.',
    fix: { title: 'Insert a space', edits: [{ from: closer.to, to: closer.to, text: ' ' }] },
  };
}

function blockedPair(text: string, opener: AsteriskRun, closer: AsteriskRun, start: number): Finding | undefined {
  const opensAfterLetter = !opener.canOpen && opener.from > start && hasNoSpaces(text.charCodeAt(opener.from - 1));
  const closesBeforeLetter = !closer.canClose && hasNoSpaces(text.charCodeAt(closer.to));
  if (!opensAfterLetter && !closesBeforeLetter) return undefined;
  const sign = opensAfterLetter ? text.charAt(opener.to) : text.charAt(closer.from - 1);
  const finding = {
    ...(opensAfterLetter ? { from: opener.from, to: opener.to + 1 } : { from: closer.from - 1, to: closer.to }),
    message: messageFor(sign, opensAfterLetter, opener.to - opener.from === 1),
  };
  const moved = moveQuotes(text, opener, closer);
  if (moved) return { ...finding, fix: moved };
  const after: Fix = { title: 'Insert a space', edits: [{ from: closer.to, to: closer.to, text: ' ' }] };
  if (!opensAfterLetter && SENTENCE_MARKS.includes(sign)) {
    const isHangulAfter = isHangul(text.charCodeAt(closer.to));
    return { ...finding, fix: isHangulAfter ? after : movePunctuation(text, closer) };
  }
  const before: Fix = { title: 'Insert a space', edits: [{ from: opener.from, to: opener.from, text: ' ' }] };
  return { ...finding, suggestions: [opensAfterLetter ? before : after] };
}

function messageFor(sign: string, isAtStart: boolean, isItalic: boolean): string {
  const name = sign === '"' ? 'a quotation mark' : sign === MASK ? 'code or HTML' : `"${sign}"`;
  const kind = isItalic ? 'italic' : 'bold';
  return isAtStart
    ? `The ${kind} text starts with ${name} right after a letter: the page will show the asterisks.`
    : `The ${kind} text ends with ${name} right before a letter: the page will show the asterisks.`;
}

/** `“**你好**”` for `**“你好”**`; undefined if the text is not in quotation marks or brackets. */
function moveQuotes(text: string, opener: AsteriskRun, closer: AsteriskRun): Fix | undefined {
  const quote = text.charAt(opener.to);
  const end = text.charAt(closer.from - 1);
  if (closer.from - opener.to < 3 || PAIRS[quote] !== end) return undefined;
  if (text.slice(opener.to + 1, closer.from - 1).includes(quote)) return undefined; // two quotations
  const asterisks = text.slice(opener.from, opener.to);
  return {
    title: `Move ${quote}${end} outside`,
    edits: [
      { from: opener.from, to: opener.to + 1, text: quote + asterisks },
      { from: closer.from - 1, to: closer.to, text: asterisks + end },
    ],
  };
}

/** `**標題**。` for `**標題。**` */
function movePunctuation(text: string, { from, to }: AsteriskRun): Fix {
  let start = from;
  while (SENTENCE_MARKS.includes(text.charAt(start - 1))) start--;
  const marks = text.slice(start, from);
  return {
    title: `Move "${marks}" outside`,
    edits: [{ from: start, to, text: text.slice(from, to) + marks }],
  };
}

const SENTENCE_MARKS = '。．，、！？；：…｡､.,!?;:';

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '「': '」',
  '『': '』',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '［': '］',
};

/** Whether the character is a letter that follows others without a space: of Thai and its neighbors, Chinese, Japanese or Korean. */
function hasNoSpaces(code: number): boolean {
  return (
    (code >= 0x0e00 && code <= 0x0eff) ||
    (code >= 0x1000 && code <= 0x109f) ||
    (code >= 0x1780 && code <= 0x17ff) ||
    (code >= 0x3040 && code <= 0x9fff && code !== 0x30fb) ||
    isHangul(code) ||
    (code >= 0xd840 && code <= 0xdfff) || // half of a rare Chinese character
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Korean sets spaces between words, but none before particles. */
function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}
