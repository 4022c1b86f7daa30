import type { Citation, CitationGroup, Piece } from '../../entry/entry.ts';
import type { Outlets } from '../../outlets/outlets.ts';
import { isSameName, misspells, sharesAllWords } from '../../outlets/spelling.ts';
import type { Span } from '../../text/text.ts';
import { fragmentOf, hostAt, initialOf, mayBeSamePage, pageKeyOf, pageSpan } from '../../urls/url.ts';
import { addFindings, type Finding, type Fix, type Rule } from '../rule.ts';

export const citationRepeated: Rule = {
  id: 'citation-repeated',
  summary: 'A citation group cites each address once.',
  why: 'If one address has two names, one of the names has the wrong address: it was copied from its neighbour. If both names are the same, the citation is a duplicate. Several addresses of one outlet are fine, and so are links to different places on one page.',
  severity: { draft: 'warning', published: 'warning' },
  otherSeverities: [{ severity: 'error', when: 'if two outlets are cited with one address' }],
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [Herald](⟦https://herald.example/a⟧))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a) / [Herald](https://herald.example/b))',
  reaches: ['address'],
  check({ text, blocks }, { outlets }) {
    const findings: Finding[] = [];
    for (const { links, citationGroups } of blocks) {
      if (links.length < 2) continue;
      for (const group of citationGroups) {
        if (group.pieces.length > 3 && mayHaveRepetition(text, group.pieces))
          addFindings(findings, repeatedCitations(text, group, outlets));
      }
    }
    return findings;
  },
};

function* repeatedCitations(text: string, { pieces }: CitationGroup, outlets: Outlets): Generator<Finding> {
  const seen = new Map<string, PositionedCitation>();
  for (const [index, piece] of pieces.entries()) {
    const page = piece.kind === 'citation' ? pageKeyOf(urlOf(text, piece)) : undefined;
    if (piece.kind !== 'citation' || page === undefined) continue;
    const first = seen.get(page);
    if (first) yield* compareCitations(text, pieces, first, { citation: piece, index }, outlets);
    else seen.set(page, { citation: piece, index });
  }
}

/** A citation and its index among the pieces of its group. */
interface PositionedCitation {
  readonly citation: Citation;
  readonly index: number;
}

/** A cheap check that rules out nearly every group. In a very long group, comparing all pairs would not be cheap. */
function mayHaveRepetition(text: string, pieces: readonly Piece[]): boolean {
  if (pieces.length > MAX_COMPARED_PIECES) return true;
  const pages: Span[] = [];
  const initials: number[] = []; // of the hosts: most pairs differ in these already
  for (const piece of pieces) {
    if (piece.kind !== 'citation') continue;
    const page = pageSpan(text, piece.link.address);
    const initial = initialOf(text, page);
    if (initial === undefined) return true;
    for (let index = initials.indexOf(initial); index >= 0; index = initials.indexOf(initial, index + 1)) {
      const other = pages[index];
      if (other && mayBeSamePage(text, page, other)) return true;
    }
    pages.push(page);
    initials.push(initial);
  }
  return false;
}

const MAX_COMPARED_PIECES = 80;

function* compareCitations(
  text: string,
  pieces: readonly Piece[],
  first: PositionedCitation,
  second: PositionedCitation,
  outlets: Outlets,
): Generator<Finding> {
  const firstName = nameOf(text, first.citation);
  const secondName = nameOf(text, second.citation);
  if (isSameOutlet(firstName, secondName, outlets)) {
    if (fragmentOf(urlOf(text, first.citation)) !== fragmentOf(urlOf(text, second.citation))) return;
    yield {
      ...second.citation.link.address,
      message: `${secondName} is already cited with this address.`,
      related: [{ ...first.citation.link.address, message: 'First citation of this address.' }],
      suggestions: [removeCitation(pieces, second, secondName), clearAddress(second.citation)],
    };
    return;
  }
  // The outlet that does not own the address is the one with the wrong address.
  const host = hostAt(text, second.citation.link.address);
  const outlet = host === undefined ? undefined : outlets.forHost(host);
  const isFirstWrong = outlet?.names.includes(secondName) ?? false;
  const [wrong, right] = isFirstWrong ? [first, second] : [second, first];
  const [wrongName, rightName] = isFirstWrong ? [firstName, secondName] : [secondName, firstName];
  yield {
    ...wrong.citation.link.address,
    severity: 'error',
    message: `${wrongName} and ${rightName} are cited with the same address.`,
    related: [{ ...right.citation.link.address, message: `${rightName} is cited with this address here.` }],
    suggestions: [clearAddress(wrong.citation), removeCitation(pieces, wrong, wrongName)],
  };
}

function isSameOutlet(a: string, b: string, { hostsOf }: Outlets): boolean {
  if (isSameName(a, b) || sharesAllWords(a, b)) return true;
  return misspells(a, b) && (hostsOf(a).length === 0 || hostsOf(b).length === 0);
}

function urlOf(text: string, { link }: Citation): string {
  return text.slice(link.address.from, link.address.to);
}

function nameOf(text: string, { link }: Citation): string {
  return text.slice(link.name.from, link.name.to).trim();
}

function clearAddress({ link }: Citation): Fix {
  return { title: 'Clear the address to enter the right one', edits: [{ ...link.address, text: '' }], caret: 0 };
}

/** Removes the citation together with one separator. */
function removeCitation(pieces: readonly Piece[], { citation, index }: PositionedCitation, name: string): Fix {
  const previous = pieces[index - 2];
  const next = pieces[index + 2];
  const from = previous?.kind === 'citation' ? previous.to : citation.from;
  const to = previous?.kind !== 'citation' && next?.kind === 'citation' ? next.from : citation.to;
  return { title: `Remove this citation of ${name}`, edits: [{ from, to, text: '' }] };
}
