import type { NumberedText } from './numbersInText.ts';

/** What the word of a series says about its numbers: `Day 12` and `Week 12` count days and weeks, `Issue 12` the issues. */
export type SeriesWord = 'day' | 'week' | 'entry';

/** What the word next to the number says; undefined if it is not a usual word for a series. */
export function seriesWordOf({ prefix, suffix }: Pick<NumberedText, 'prefix' | 'suffix'>): SeriesWord | undefined {
  const before = /([\p{L}\p{M}]+)[^\p{L}\p{M}]*$/u.exec(prefix)?.[1]?.toLowerCase();
  const after = /^\s*([\p{L}\p{M}]+)/u.exec(suffix)?.[1]?.toLowerCase();
  for (const word of [before, after]) {
    if (word === undefined) continue;
    if (DAYS.has(word)) return 'day';
    if (WEEKS.has(word)) return 'week';
    if (ENTRIES.has(word)) return 'entry';
  }
  return /[#№]\s*$/.test(prefix) ? 'entry' : undefined;
}

const DAYS = wordsIn('day tag jour día dia giorno dag dzień den день päivä gün nap ημέρα يوم اليوم יום 日 日目 天 일');
const WEEKS = wordsIn(
  'week w wk kw woche semaine semana settimana uke vecka uge tydzień неделя viikko hafta أسبوع שבוע 週 周',
);
const ENTRIES = wordsIn(
  'issue no nr nº n num number edition newsletter episode ep update entry log bulletin digest dispatch vol volume letter ' +
    'ausgabe folge nummer numéro édition número edición edição numero edizione nummer utgave nummer выпуск عدد العدد גיליון 号 號 期 回 話',
);

function wordsIn(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
