import { isDigit } from '../text/characters.ts';

/** Whether two outlets' names differ in case, spaces, punctuation or a leading "The" alone. */
export function isSameName(a: string, b: string): boolean {
  return a === b || nameKey(a) === nameKey(b);
}

/** Whether all words of one name stand in the other: `CNN` and `CNN Business`, `ABC News` and `Washington Post-ABC News poll`. */
export function sharesName(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) > LONGEST_NAME) return false;
  const left = words(a);
  const right = words(b);
  const [few, many] = left.length < right.length ? [left, right] : [right, left];
  return few.length > 0 && few.every((word) => many.includes(word));
}

/** Whether a name is another one with a slip of the fingers: a letter missing, doubled, swapped or wrong, few for its length. */
export function misspells(name: string, right: string): boolean {
  const longest = Math.max(name.length, right.length);
  const most = longest < 4 ? 0 : longest < 8 ? 1 : longest < 16 ? 2 : 3;
  if (most === 0 || longest > LONGEST_NAME || name === right || Math.abs(name.length - right.length) > most)
    return false;
  if (digits(name) !== digits(right)) return false;
  const a = name.toLowerCase();
  const b = right.toLowerCase();
  if (a.length !== b.length + 1 && a.length > b.length && a.startsWith(b)) return false; // `Politico EU` is more, not other
  return a !== b && distance(a, b, most) <= most;
}

/** Whether a name is the short form of another: `AP`, `NY Times`, `Pew Research`. */
export function abbreviates(name: string, long: string): boolean {
  const parts = long.split(' ');
  if (parts.length < 2) return false;
  const initials = parts.map((part) => part[0]).join('');
  if (name === initials || name === initials.replace(/^T(?=..)/, '')) return true;
  const short = SHORT_PLACES.find(([place]) => long.startsWith(`${place} `));
  if (short && name === long.replace(short[0], short[1])) return true;
  return long.startsWith(`${name} `);
}

/** What is longer is no outlet's name, and not worth comparing letter by letter. */
const LONGEST_NAME = 100;

const SHORT_PLACES = [
  ['New York', 'NY'],
  ['Los Angeles', 'LA'],
] as const;

/** What all spellings of a name have in common. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/&/g, 'and')
    .replace(/[\s.,'’!?–—-]+/g, '');
}

function words(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[\s/.,()–—-]+/)
    .filter((word) => word !== '' && word !== 'the');
}

function digits(name: string): string {
  return [...name].filter((char) => isDigit(char.charCodeAt(0))).join('');
}

/** How many letters were left out, put in, changed or swapped; something above `most` where it is more than that. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    before = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
