import type { Citation, CitationGroup, Piece } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isSameName, misspells, sharesName } from '../../outlets/spelling.ts';
import type { Span } from '../../text/text.ts';
import { fragmentOf, hostAt, mayBeSamePage, pageAt, pageOf } from '../../urls/url.ts';
import { addAll, type Finding, type Fix, type Rule } from '../rule.ts';

export const citationRepeated: Rule = {
  id: 'citation-repeated',
  summary: 'Each address stands once in a citation group.',
  why: 'The same address under two names means that one of them has the wrong one: it was copied from its neighbour. Under one name the citation is there twice. The same outlet with several addresses is no fault, nor is one page with two places in it.',
  severity: { draft: 'warning', published: 'warning' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [Herald](⟦https://herald.example/a⟧))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [Herald](https://herald.example/b))',
  check({ text, blocks }, { outlets }) {
    const findings: Finding[] = [];
    for (const { citations } of blocks) {
      for (const group of citations) {
        if (group.pieces.length > 3 && mayRepeat(text, group.pieces)) addAll(findings, repeated(text, group, outlets));
      }
    }
    return findings;
  },
};

function* repeated(text: string, { pieces }: CitationGroup, outlets: Outlets): Generator<Finding> {
  const seen = new Map<string, Place>();
  for (const [index, piece] of pieces.entries()) {
    const page = piece.kind === 'citation' ? pageOf(addressOf(text, piece)) : undefined;
    if (piece.kind !== 'citation' || page === undefined) continue;
    const before = seen.get(page);
    if (before) yield* compare(text, pieces, before, { citation: piece, index }, outlets);
    else seen.set(page, { citation: piece, index });
  }
}

/** A citation and which of the group's pieces it is. */
interface Place {
  readonly citation: Citation;
  readonly index: number;
}

/** The quick way past for nearly every group; a very long one is not worth looking at twice. */
function mayRepeat(text: string, pieces: readonly Piece[]): boolean {
  if (pieces.length > LONG_GROUP) return true;
  const pages: Span[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'citation') continue;
    const page = pageAt(text, piece.link.address);
    for (const other of pages) if (mayBeSamePage(text, page, other)) return true;
    pages.push(page);
  }
  return false;
}

const LONG_GROUP = 80;

function* compare(
  text: string,
  pieces: readonly Piece[],
  first: Place,
  second: Place,
  outlets: Outlets,
): Generator<Finding> {
  const before = first.citation;
  const { citation } = second;
  const names = [nameOf(text, before), nameOf(text, citation)] as const;
  if (isOneHouse(...names, outlets)) {
    if (fragmentOf(addressOf(text, before)) !== fragmentOf(addressOf(text, citation))) return;
    yield {
      ...citation.link.address,
      message: `${names[1]} is cited with this address already.`,
      related: [{ ...before.link.address, message: 'The address stands here first.' }],
      suggestions: [removal(pieces, second, names[1]), clearing(citation)],
    };
    return;
  }
  // The name that does not belong to the address is the one whose own address is missing.
  const host = hostAt(text, citation.link.address);
  const outlet = host === undefined ? undefined : outlets.at(host);
  const isBefore = outlet?.names.includes(names[1]) ?? false;
  const [wrong, other] = isBefore ? [before, names[1]] : [citation, names[0]];
  const name = nameOf(text, wrong);
  yield {
    ...wrong.link.address,
    severity: 'error',
    message: `${name} and ${other} are cited with one address.`,
    related: [{ ...(isBefore ? citation : before).link.address, message: `${other} is cited with it here.` }],
    suggestions: [clearing(wrong), removal(pieces, isBefore ? first : second, name)],
  };
}

function isOneHouse(a: string, b: string, { homesOf }: Outlets): boolean {
  if (isSameName(a, b) || sharesName(a, b)) return true;
  return misspells(a, b) && (homesOf(a).length === 0 || homesOf(b).length === 0);
}

function addressOf(text: string, { link }: Citation): string {
  return text.slice(link.address.from, link.address.to);
}

function nameOf(text: string, { link }: Citation): string {
  return text.slice(link.name.from, link.name.to).trim();
}

function clearing({ link }: Citation): Fix {
  return { title: 'Clear the address, for the right one', edits: [{ ...link.address, text: '' }], caret: 0 };
}

/** Takes the citation out with the separator that joins it. */
function removal(pieces: readonly Piece[], { citation, index }: Place, name: string): Fix {
  const previous = pieces[index - 2];
  const next = pieces[index + 2];
  const from = previous?.kind === 'citation' ? previous.to : citation.from;
  const to = previous?.kind !== 'citation' && next?.kind === 'citation' ? next.from : citation.to;
  return { title: `Remove this citation of ${name}`, edits: [{ from, to, text: '' }] };
}
