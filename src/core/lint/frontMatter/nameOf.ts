import { nameOfNumber, type TitleForm } from '../../entry/titleForm.ts';

/** What an entry with the number is called in messages: `Day 12`, `Issue 12`. */
export function nameOf(number: number, title: TitleForm | null): string {
  return title ? nameOfNumber(number, title) : `number ${number}`;
}

/** The number as titles write it: `12`, or `012` where they have three digits. */
export function padded(number: number, title: TitleForm | null): string {
  return String(number).padStart(title?.digits ?? 1, '0');
}
