import { literalAt } from '../../entry/literals.ts';
import type { Rule, RuleEntry } from '../rule.ts';

export const encoding: Rule = {
  id: 'encoding',
  summary: 'The file is in UTF-8, and no character was lost.',
  why: 'The site reads every file as UTF-8. Bytes of another encoding, or of half a character, show as �, and what they stood for is lost.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left the caf⟦\uFFFD⟧ at noon. ([Herald](https://herald.example/a))',
  good: '1/ **The mayor resigned**. She left the café at noon. ([Herald](https://herald.example/a))',
  reaches: ['address', 'html', 'comment', 'liquid', 'definition', 'reference', 'image', 'autolink'],
  check(entry) {
    const { source } = entry;
    for (let from = source.indexOf(LOST); from >= 0; from = source.indexOf(LOST, from + 1)) {
      if (isShownOnPurpose(entry, from)) continue;
      let to = from + 1;
      while (source.startsWith(LOST, to)) to++;
      return [{ from, to, message: 'Unreadable character: the file is not in UTF-8, or the character was lost.' }];
    }
    return NONE;
  },
};

/** What a decoder writes for bytes that are not UTF-8. */
const LOST = '\uFFFD';
const NONE: readonly never[] = [];

/** In code, or alone in quotation marks, as in a text about the character itself. */
function isShownOnPurpose({ source, literals }: RuleEntry, at: number): boolean {
  return literalAt(literals, at)?.kind === 'code' || /^["“'‘(]\uFFFD["”'’)]$/.test(source.slice(at - 1, at + 2));
}
