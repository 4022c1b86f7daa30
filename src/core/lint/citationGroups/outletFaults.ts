import type { Block, Entry, Link, Piece } from '../../entry/entry.ts';
import type { Outlet, Outlets } from '../../outlets/outlets.ts';
import { abbreviates, isSameName, misspells, sharesAllWords } from '../../outlets/spelling.ts';
import { copyOf, type Span } from '../../text/text.ts';
import { hostAt } from '../../urls/url.ts';
import type { Finding, Fix } from '../rule.ts';

/**
 * The faults that the name of an outlet can have: `outlet`, a name that belongs to another outlet than the address; `spelling`,
 * a typo or another style of the right name. One pass finds both, so that one typo is reported once.
 */
type OutletFaultKind = 'outlet' | 'spelling';

interface OutletFault extends Finding {
  readonly kind: OutletFaultKind;
}

/** The faults of one kind in all citations of an entry. */
export function outletFaultsOfKind(entry: Entry, outlets: Outlets, kind: OutletFaultKind): readonly Finding[] {
  let cached = cache.get(entry);
  if (cached?.outlets !== outlets) {
    cached = { outlets, faults: faultsIn(entry, outlets) };
    cache.set(entry, cached);
  }
  const { faults } = cached;
  return faults.length === 0 ? faults : faults.filter((fault) => fault.kind === kind);
}

/** Two rules need the faults of the same entry. Entries are immutable. */
const cache = new WeakMap<Entry, { readonly outlets: Outlets; readonly faults: readonly OutletFault[] }>();

function faultsIn({ text, blocks }: Entry, outlets: Outlets): readonly OutletFault[] {
  const faults: OutletFault[] = [];
  const accepted = acceptedNamesFor(outlets);
  for (const block of blocks) {
    // All links of nearly every block are citations, so their groups need not be looked at.
    for (const link of block.wellFormed ? block.links : wholeCitations(block)) {
      const fault = faultOf(text, link, outlets, accepted);
      if (fault) faults.push(fault);
    }
  }
  return faults;
}

/** The links that are whole citations of a group. */
function wholeCitations({ citationGroups }: Block): readonly Link[] {
  if (citationGroups.length === 0) return NO_LINKS;
  const links: Link[] = [];
  for (const { pieces } of citationGroups) {
    let previous: Piece | undefined;
    for (const piece of pieces) {
      // A name that is partly outside its link is a broken link.
      if (piece.kind === 'citation' && piece.link.form === 'whole' && previous?.kind !== 'name') links.push(piece.link);
      previous = piece;
    }
  }
  return links;
}

const NO_LINKS: readonly Link[] = [];

function faultOf(text: string, link: Link, outlets: Outlets, accepted: AcceptedNames): OutletFault | undefined {
  const { name, address } = link;
  const pathStart = text.indexOf('/', address.from + SCHEME_CHARS);
  const nameAndHost = text.slice(name.from, pathStart >= 0 && pathStart < address.to ? pathStart : address.to);
  if (accepted.has(nameAndHost)) return undefined;
  const host = hostAt(text, address);
  if (host === undefined) return undefined;
  const outlet = outlets.forHost(host);
  const fault = outlet ? outletFault(text, link, outlet, outlets) : spellingFault(text, link, host, outlets);
  if (!fault && nameAndHost.length < MAX_NAME_AND_HOST_CHARS) {
    if (accepted.size >= MAX_ACCEPTED_NAMES) accepted.clear();
    accepted.add(copyOf(nameAndHost));
  }
  return fault;
}

/** The length of `https://`. */
const SCHEME_CHARS = 8;

/** Names with their hosts that were checked before and have no fault: `CNN](https://www.cnn.com`. */
type AcceptedNames = Set<string>;

/** An archive cites the same few thousand names and hosts again and again. */
function acceptedNamesFor(outlets: Outlets): AcceptedNames {
  let names = acceptedNames.get(outlets);
  if (!names) {
    names = new Set();
    acceptedNames.set(outlets, names);
  }
  return names;
}

const acceptedNames = new WeakMap<Outlets, AcceptedNames>();

const MAX_ACCEPTED_NAMES = 20_000;
const MAX_NAME_AND_HOST_CHARS = 300;

function outletFault(text: string, link: Link, outlet: Outlet, outlets: Outlets): OutletFault | undefined {
  const name = wellFormedNameIn(text, link);
  if (name === undefined || outlet.names.includes(name)) return undefined;
  if (isSameName(name, outlet.name)) return misspelledName(text, link, outlet.name, 'style');
  const hostsOfName = outlets.hostsOf(name);
  if (hostsOfName.some((host) => isSameSite(host, outlet.host))) return undefined;
  const [hostOfName] = hostsOfName;
  if (hostOfName !== undefined) {
    return sharesAllWords(name, outlet.name) ? undefined : wrongOutlet(text, link, outlet, hostOfName);
  }
  const similarName = outlet.names.find((outletName) => misspells(name, outletName));
  if (outlet.names.some((outletName) => isSameName(name, outletName) || abbreviates(name, outletName)))
    return misspelledName(text, link, outlet.name, 'style');
  return similarName === undefined ? undefined : misspelledName(text, link, similarName, 'typo');
}

/** Even if little is known about a host, a name has only one spelling. */
function spellingFault(text: string, link: Link, host: string, outlets: Outlets): OutletFault | undefined {
  const name = wellFormedNameIn(text, link);
  const usualName = name === undefined ? undefined : outlets.usualSpelling(name, host);
  return usualName === undefined ? undefined : misspelledName(text, link, usualName, 'style');
}

/** The name of the outlet; undefined if a bracket or a separator slipped into it, which makes it a broken link. */
function wellFormedNameIn(text: string, link: Link): string | undefined {
  const name = text.slice(link.name.from, link.name.to).trim();
  return name === '' || /^[./(]|[()[\]/]$/.test(name) ? undefined : name;
}

/** Whether two hosts have the same registered domain. */
function isSameSite(a: string, b: string): boolean {
  return a === b || registeredDomainOf(a) === registeredDomainOf(b);
}

/** An approximation: `bbc.co.uk` for `www.bbc.co.uk`, `cnn.com` for `edition.cnn.com`. */
function registeredDomainOf(host: string): string {
  const labels = host.split('.');
  const secondToLast = labels.at(-2) ?? '';
  return labels.slice(secondToLast.length <= 3 && (labels.at(-1) ?? '').length === 2 ? -3 : -2).join('.');
}

function wrongOutlet(text: string, link: Link, outlet: Outlet, hostOfName: string): OutletFault {
  const { from, to } = trimmed(text, link.name);
  const name = text.slice(from, to);
  const rename: Fix = { title: `Change the name to ${outlet.name}`, edits: [{ from, to, text: outlet.name }] };
  const clear: Fix = {
    title: `Clear the address to enter one at ${hostOfName}`,
    edits: [{ ...link.address, text: '' }],
    caret: 0,
  };
  return {
    kind: 'outlet',
    from,
    to,
    message: `${evidence(outlet)}, not ${name}.`,
    ...(outlet.isCertain && !isRepublished(name) && { severity: 'error' as const }),
    suggestions: [rename, clear],
  };
}

function evidence({ host, name, citationCount, acceptedCount }: Outlet): string {
  if (citationCount === 0) return `\`${host}\` is ${name}`;
  return `\`${host}\` is ${name} in ${withCommas(acceptedCount)} of ${withCommas(citationCount)} citations`;
}

/** `1,234`. Much faster than `toLocaleString`, which first loads the conventions of a language. */
function withCommas(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Other sites republish what agencies and people on social media write, and may be cited under their names. */
function isRepublished(name: string): boolean {
  return REPUBLISHED.has(name);
}

const REPUBLISHED = new Set([
  'Associated Press',
  'Reuters',
  'AFP',
  'Agence France-Presse',
  'Twitter',
  'X',
  'Truth Social',
  'YouTube',
  'Facebook',
  'Instagram',
]);

/** Only a typo has a certain fix; another style of the name may be intended. */
function misspelledName(text: string, link: Link, rightName: string, deviation: 'typo' | 'style'): OutletFault {
  const { from, to } = trimmed(text, link.name);
  const name = text.slice(from, to);
  const rename: Fix = { title: `Change the name to ${rightName}`, edits: [{ from, to, text: rightName }] };
  if (deviation === 'typo' || (/[.,;:]$/.test(name) && name.slice(0, -1) === rightName))
    return { kind: 'spelling', from, to, message: `"${name}" looks like a typo for ${rightName}.`, fix: rename };
  return {
    kind: 'spelling',
    from,
    to,
    message: `${rightName} is spelled "${name}" here.`,
    severity: 'info',
    suggestions: [rename],
  };
}

/** The span without the white space at either end. */
function trimmed(text: string, { from, to }: Span): Span {
  const content = text.slice(from, to);
  const start = from + content.length - content.trimStart().length;
  return { from: start, to: start + content.trim().length };
}
