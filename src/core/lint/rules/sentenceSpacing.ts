import type { Block } from '../../entry/entry.ts';
import { AT_SIGN, FULL_STOP, OPENING_CURLY_QUOTE, UPPER_A, UPPER_Z } from '../../text/charCodes.ts';
import { searchFor } from '../../text/searchFor.ts';
import { blockAt, proseAround } from '../prose.ts';
import type { Finding, Rule } from '../rule.ts';
import { doubledStop, endOfStops } from '../sentences/doubledStop.ts';
import { missingSpace } from '../sentences/missingSpace.ts';

export const sentenceSpacing: Rule = {
  id: 'sentence-spacing',
  summary: 'A space follows each full stop and comma, and a sentence ends with one full stop.',
  why: 'Words that run together are hard to see while writing, and obvious on the page.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at ⟦noon.The⟧ council met. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left at noon. The council met. ([Herald](https://herald.example/a))',
  check(entry, { outlets }) {
    const findings: Finding[] = [];
    const { text } = entry;
    let stopsEnd = 0;
    const context = { outlets, hasCode: entry.literals.some(({ kind }) => kind === 'code') };
    for (const at of findCandidates(text)) {
      const isStops = text.charCodeAt(at) === FULL_STOP && text.charCodeAt(at + 1) === FULL_STOP;
      if (at < stopsEnd || at < entry.body.from || (!isStops && isInitial(text, at))) continue;
      const block = blockAt(entry, at);
      const span = block && !WITHOUT_SENTENCES.has(block.kind) ? proseAround(text, block, at) : undefined;
      if (!span || at === span.from || at + 1 >= span.to) continue;
      if (isStops) stopsEnd = endOfStops(text, at, span.to);
      const finding = isStops ? doubledStop(text, span, at, stopsEnd) : missingSpace(text, span, at, context);
      if (finding) findings.push(finding);
    }
    return findings;
  },
};

/**
 * The end of a sentence with a capital directly after it or its closing quotation marks, a comma with any word after it, and two full
 * stops. One search through the whole text is quickest.
 */
const findCandidates = searchFor(/,["'*’”]*["“(]?[A-Za-z\u00c0-\u1fff]|[.;!?](?:["'*’”]*["“(]?[A-Z\u00c0-\u1fff]|\.)/g);

/** Kinds of blocks without prose. */
const WITHOUT_SENTENCES: ReadonlySet<Block['kind']> = new Set(['code', 'tweet', 'html', 'marker']);

/** Whether a single capital precedes the full stop. `U.S.` is by far the most common word with full stops in it. */
function isInitial(text: string, at: number): boolean {
  if (at < 2 || text.charCodeAt(at) !== FULL_STOP) return false;
  const letter = text.charCodeAt(at - 1);
  const before = text.charCodeAt(at - 2);
  return letter >= UPPER_A && letter <= UPPER_Z && (before <= AT_SIGN || before === OPENING_CURLY_QUOTE);
}
