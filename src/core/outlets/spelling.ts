import { isDigit } from '../text/characters.ts';
import { editDistance } from '../text/editDistance.ts';

/** Whether two outlet names differ only in case, spaces, punctuation or a leading "The". */
export function isSameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}

/** Whether one name contains all words of the other: `CNN` and `CNN Business`, `ABC News` and `Washington Post-ABC News poll`. */
export function sharesAllWords(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) > MAX_NAME_CHARS) return false;
  const wordsOfA = nameWords(a);
  const wordsOfB = nameWords(b);
  const [fewer, more] = wordsOfA.length < wordsOfB.length ? [wordsOfA, wordsOfB] : [wordsOfB, wordsOfA];
  return fewer.length > 0 && fewer.every((word) => more.includes(word));
}

/** Whether a name is a typo of another: a few letters missing, doubled, swapped or wrong. Longer names may differ in more letters. */
export function misspells(name: string, correctName: string): boolean {
  const longest = Math.max(name.length, correctName.length);
  const maxDistance = longest < 3 ? 0 : longest < 8 ? 1 : longest < 16 ? 2 : 3;
  if (longest === 3 && sortedLetters(name) !== sortedLetters(correctName)) return false; // `NRP`, but not `ABC`
  if (maxDistance === 0 || longest > MAX_NAME_CHARS || name === correctName) return false;
  if (Math.abs(name.length - correctName.length) > maxDistance) return false;
  if (digits(name) !== digits(correctName)) return false;
  const a = name.toLowerCase();
  const b = correctName.toLowerCase();
  if (a.length !== b.length + 1 && a.length > b.length && a.startsWith(b)) return false; // an addition, as in `Politico EU`
  return a !== b && editDistance(a, b, maxDistance) <= maxDistance;
}

/** Whether a name is the short form of another: `AP`, `NY Times`, `Pew Research`. */
export function abbreviates(name: string, longName: string): boolean {
  const words = longName.split(' ');
  if (words.length < 2) return false;
  const initials = words.map((word) => word[0]).join('');
  if (name === initials || name === initials.replace(/^T(?=..)/, '')) return true;
  const abbreviation = PLACE_ABBREVIATIONS.find(([place]) => longName.startsWith(`${place} `));
  if (abbreviation && name === longName.replace(abbreviation[0], abbreviation[1])) return true;
  return longName.startsWith(`${name} `);
}

/** Longer text is not an outlet's name; comparing it letter by letter would take too long. */
const MAX_NAME_CHARS = 100;

const PLACE_ABBREVIATIONS = [
  ['New York', 'NY'],
  ['Los Angeles', 'LA'],
] as const;

/** A key that is equal for all spellings of a name (see `isSameName`). */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/&/g, 'and')
    .replace(/[\s.,'’!?–—-]+/g, '');
}

function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s/.,()–—-]+/)
    .filter((word) => word !== '' && word !== 'the');
}

function sortedLetters(name: string): string {
  return [...name.toLowerCase()].sort().join('');
}

function digits(name: string): string {
  return [...name].filter((char) => isDigit(char.charCodeAt(0))).join('');
}
