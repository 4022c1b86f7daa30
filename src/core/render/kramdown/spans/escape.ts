import { addText } from '../element.ts';
import type { SpanState } from './spanState.ts';

/** `\*`: the character without its meaning. */
export function readEscape({ scanner, parent, isGfm }: SpanState): boolean {
  const character = scanner.text.charAt(scanner.position + 1);
  if (character === '' || !(ESCAPABLE.includes(character) || (isGfm && character === '~'))) return false;
  addText(parent, character);
  scanner.position += 2;
  return true;
}

/** Removes the backslashes of escapes. */
export function withoutEscapes(text: string): string {
  return text.includes('\\')
    ? text.replace(/\\(.)/gs, (escaped, character) => (ESCAPABLE.includes(character) ? character : escaped))
    : text;
}

const ESCAPABLE = '\\.*_+`<>()[]{}#!:|"\'$=-';
