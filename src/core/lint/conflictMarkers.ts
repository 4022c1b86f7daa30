import type { Span } from '../text/text.ts';

/**
 * The lines that a merge leaves in a file whose two versions conflict, in order: `<<<<<<< HEAD`, `||||||| 1a2b3c4`, `=======` and
 * `>>>>>>> main`. Seven equals signs or bars are such a line only in a file that has one of the other two.
 */
export function conflictMarkersIn(source: string): readonly Span[] {
  if (source.indexOf('<<<<<<<') < 0 && source.indexOf('>>>>>>>') < 0) return NONE;
  const lines = [...source.matchAll(MARKER_LINE)];
  const markers = lines.filter((line) => !isQuotation(source, line));
  if (!markers.some(({ 1: sign }) => sign === '<' || sign === '>')) return NONE;
  return markers.map(({ index, 0: line }) => ({ from: index, to: index + line.length }));
}

const NONE: readonly Span[] = [];

const MARKER_LINE = /^(?:([<>|])\1{6}(?: [^\r\n]*)?|={7})(?=\r?$)/gm;

/** `>>>>>>> words` among other quoted lines is a quotation of the seventh level. */
function isQuotation(source: string, { index, 0: line, 1: sign }: RegExpExecArray): boolean {
  if (sign !== '>') return false;
  const lineAbove = source.slice(source.lastIndexOf('\n', index - 2) + 1, index);
  const lineBelow = source.slice(index + line.length).trimStart();
  return (index > 0 && lineAbove.startsWith('>')) || lineBelow.startsWith('>');
}
