import type { Block, Entry } from '../../entry/entry.ts';
import type { Edit } from '../../text/text.ts';
import { asMidSentence, type Capitalization, learnCapitalization, proseOf } from './capitalization.ts';
import { withoutFinalStop } from './finalStop.ts';
import { valueEdit, yamlScalar } from './frontMatterValue.ts';
import { joinClauses } from './joinClauses.ts';
import { visibleWords } from './visibleWords.ts';

/**
 * Composes "Today in one sentence": the headlines of sections and polls in order, joined by `; ` and before the last one by `; and `,
 * or as the language of the entry has it. All but the first begin with a small letter unless they begin with a name, judged by the entry itself and the archive. Headlines
 * that Liquid computes are left out. Returns undefined if there are no headlines.
 */
export function todayInOneSentence(entry: Entry, archive?: Capitalization): string | undefined {
  const headlines = headlinesIn(entry);
  if (headlines.length === 0) return undefined;
  const own = learnCapitalization(proseOf(entry));
  const evidence = archive ? [own, archive] : [own];
  const clauses = headlines.map((headline, index) => (index === 0 ? headline : asMidSentence(headline, evidence)));
  return joinClauses(clauses, entry.prose.slice(entry.body.from));
}

/** The edit that writes the sentence into the front matter. */
export function todayInOneSentenceEdit(entry: Entry, sentence: string): Edit {
  return valueEdit(entry, 'todayInOneSentence', yamlScalar(sentence));
}

function headlinesIn(entry: Entry): string[] {
  return entry.blocks
    .filter(isSectionOrPoll)
    .map(({ headline }) => withoutFinalStop((headline && visibleWords(entry, headline.words)) ?? ''))
    .filter((headline) => headline !== '' && !/^TK\b/.test(headline));
}

/** Writers rarely mention bullets and notables in the sentence. */
function isSectionOrPoll({ kind, headline }: Block): boolean {
  return headline?.close !== undefined && (kind === 'section' || kind === 'poll' || kind === 'named');
}
