import type { Block, Entry } from '../../entry/entry.ts';
import type { Edit } from '../../text/text.ts';
import { type Capitals, inMidSentence, learnCapitals, proseOf } from './capitals.ts';
import { valueEdit, yamlText } from './frontMatterValue.ts';
import { plainWords, withoutStop, withStop } from './plainWords.ts';

/**
 * Today in one sentence: the headlines of sections and polls in their order, joined by `; `, the last by `; and `. All but the
 * first begin with a small letter unless they begin with a name, as the entry itself and the archive write it. Undefined
 * where there is no headline.
 */
export function todayInOneSentence(entry: Entry, archive?: Capitals): string | undefined {
  const headlines = headlinesOf(entry);
  if (headlines.length === 0) return undefined;
  const own = learnCapitals(proseOf(entry));
  const sources = archive ? [own, archive] : [own];
  const clauses = headlines.map((headline, index) => (index === 0 ? headline : inMidSentence(headline, sources)));
  const last = clauses.pop() ?? '';
  return withStop(clauses.length === 0 ? last : `${clauses.join('; ')}; and ${last}`);
}

/** The edit that writes a sentence into the front matter. */
export function oneSentenceEdit(entry: Entry, sentence: string): Edit {
  return valueEdit(entry, 'todayInOneSentence', yamlText(sentence));
}

function headlinesOf({ text, blocks }: Entry): string[] {
  return blocks
    .filter(isCounted)
    .map(({ headline }) =>
      headline ? withoutStop(plainWords(text.slice(headline.words.from, headline.words.to))) : '',
    )
    .filter((headline) => headline !== '' && !/^TK\b/.test(headline));
}

/** Bullets and notables stand in the sentence too rarely to be put there. */
function isCounted({ kind, headline }: Block): boolean {
  return headline?.close !== undefined && (kind === 'section' || kind === 'poll' || kind === 'named');
}
