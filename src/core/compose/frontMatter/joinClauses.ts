import { withFinalStop } from './finalStop.ts';

/**
 * One sentence of clauses, in the language of the text that they are from: joined by `; `, and before the last one by `; and ` or its
 * translation; by `；` in Chinese and Japanese and by `؛ ` in Arabic script; by `; ` alone in languages that are not known.
 */
export function joinClauses(clauses: readonly string[], text: string): string {
  const sample = `${clauses.join('\n')}\n${text.slice(0, SAMPLE_CHARS)}`;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const isIn = (script: RegExp) => (sample.match(script)?.length ?? 0) * 2 > letters;
  if (isIn(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)) {
    const sentence = clauses.map((clause) => clause.replace(/。$/, '')).join('；');
    return /[。！？!?…]["”’」』]*$/.test(sentence) ? sentence : `${sentence}。`;
  }
  if (isIn(/\p{Script=Arabic}/gu)) return withFinalStop(clauses.join('؛ '));
  const conjunction = isIn(/\p{Script=Latin}/gu) || letters === 0 ? conjunctionIn(sample) : undefined;
  const last = clauses.at(-1) ?? '';
  if (clauses.length < 2 || conjunction === undefined) return withFinalStop(clauses.join('; '));
  return withFinalStop(`${clauses.slice(0, -1).join('; ')}; ${conjunction} ${last}`);
}

/** Enough words to tell a language. */
const SAMPLE_CHARS = 4000;

/** The word for `and` in the language whose small words are the most frequent in the text; English if none has any. */
function conjunctionIn(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = { conjunction: 'and', count: 0 };
  for (const [conjunction, smallWords] of SMALL_WORDS) {
    const count = words.filter((word) => smallWords.has(word)).length;
    if (count > best.count) best = { conjunction, count };
  }
  return best.conjunction;
}

/** English comes first, so that it wins a tie. */
const SMALL_WORDS: readonly (readonly [conjunction: string, words: ReadonlySet<string>])[] = (
  [
    ['and', 'the and of to a is that for it was with he she his her'],
    ['und', 'der die das und ist nicht ein eine den dem von zu auf mit im'],
    ['et', 'le la les et des est une du dans que pour au qui ne pas'],
    ['y', 'el la los las y que una del por con para es se su'],
    ['e', 'il che di gli una della e per con del nel non è le'],
    ['e', 'o os as que uma não do da e para com em dos ao'],
    ['en', 'het een en van de is niet op dat voor met zijn te'],
    ['och', 'och det att som är en på för med av den inte till'],
    ['og', 'og det at som er på en for med av den ikke til et'],
    ['i', 'i się nie jest że na w z do to o po od'],
  ] as const
).map(([conjunction, words]) => [conjunction, new Set(words.split(' '))]);
