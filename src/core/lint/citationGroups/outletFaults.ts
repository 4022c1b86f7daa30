import type { Citation, Entry, Piece } from '../../entry/entry.ts';
import type { Outlet, Outlets } from '../../outlets/outlets.ts';
import { abbreviates, isSameName, misspells, sharesName } from '../../outlets/spelling.ts';
import { copyOf } from '../../text/text.ts';
import { hostAt } from '../../urls/url.ts';
import type { Finding, Fix } from '../rule.ts';

/**
 * What can be wrong with the name of an outlet: `outlet`, that of another house than its address; `spelling`, that of the
 * right one with a slip or in another style. One pass finds them all, so that one slip is one fault.
 */
type OutletFaultKind = 'outlet' | 'spelling';

interface OutletFault extends Finding {
  readonly kind: OutletFaultKind;
}

/** The faults of one kind in all citations of an entry. */
export function outletFaults(entry: Entry, outlets: Outlets, kind: OutletFaultKind): readonly Finding[] {
  let found = known.get(entry);
  if (found?.outlets !== outlets) {
    found = { outlets, faults: faultsIn(entry, outlets) };
    known.set(entry, found);
  }
  const { faults } = found;
  return faults.length === 0 ? faults : faults.filter((fault) => fault.kind === kind);
}

/** Both rules ask for the faults of the same entry, which never changes. */
const known = new WeakMap<Entry, { readonly outlets: Outlets; readonly faults: readonly OutletFault[] }>();

function faultsIn({ text, blocks }: Entry, outlets: Outlets): readonly OutletFault[] {
  const faults: OutletFault[] = [];
  const fine = fineNames(outlets);
  for (const { citations } of blocks) {
    for (const { pieces } of citations) {
      let before: Piece | undefined;
      for (const piece of pieces) {
        // A name that is partly outside its link is a fault of the link.
        if (piece.kind === 'citation' && piece.link.form === 'whole' && before?.kind !== 'name') {
          const fault = faultOf(text, piece, outlets, fine);
          if (fault) faults.push(fault);
        }
        before = piece;
      }
    }
  }
  return faults;
}

function faultOf(text: string, citation: Citation, outlets: Outlets, fine: FineNames): OutletFault | undefined {
  const { name, address } = citation.link;
  const path = text.indexOf('/', address.from + SCHEME);
  const known = text.slice(name.from, path >= 0 && path < address.to ? path : address.to);
  if (fine.has(known)) return undefined;
  const host = hostAt(text, address);
  if (host === undefined) return undefined;
  const outlet = outlets.at(host);
  const fault = outlet ? judge(text, citation, outlet, outlets) : judgeSpelling(text, citation, host, outlets);
  if (!fault && known.length < LONGEST) {
    if (fine.size >= MOST_NAMES) fine.clear();
    fine.add(copyOf(known));
  }
  return fault;
}

/** `https://` */
const SCHEME = 8;

/** Names with their hosts, `CNN](https://www.cnn.com`, that were judged before and found right. */
type FineNames = Set<string>;

/** The same few thousand come again and again. */
function fineNames(outlets: Outlets): FineNames {
  let names = judged.get(outlets);
  if (!names) {
    names = new Set();
    judged.set(outlets, names);
  }
  return names;
}

const judged = new WeakMap<Outlets, FineNames>();

const MOST_NAMES = 20_000;
const LONGEST = 300;

function judge(text: string, citation: Citation, outlet: Outlet, outlets: Outlets): OutletFault | undefined {
  const name = nameIn(text, citation);
  if (name === undefined || outlet.names.includes(name)) return undefined;
  if (isSameName(name, outlet.name)) return spelled(text, citation, outlet.name, 'style');
  const homes = outlets.homesOf(name);
  if (homes.some((home) => isSameHouse(home, outlet.host))) return undefined;
  const [home] = homes;
  if (home !== undefined) return sharesName(name, outlet.name) ? undefined : otherOutlet(text, citation, outlet, home);
  const near = outlet.names.find((right) => misspells(name, right));
  if (outlet.names.some((right) => isSameName(name, right) || abbreviates(name, right)))
    return spelled(text, citation, outlet.name, 'style');
  return near === undefined ? undefined : spelled(text, citation, near, 'slip');
}

/** At a host of which little is known, a name still has one spelling. */
function judgeSpelling(text: string, citation: Citation, host: string, outlets: Outlets): OutletFault | undefined {
  const name = nameIn(text, citation);
  const usual = name === undefined ? undefined : outlets.spellingOf(name, host);
  return usual === undefined ? undefined : spelled(text, citation, usual, 'style');
}

/** The name, but for one that a bracket or a separator slipped into: that is a broken link. */
function nameIn(text: string, { link }: Citation): string | undefined {
  const name = text.slice(link.name.from, link.name.to).trim();
  return name === '' || /^[./(]|[()[\]/]$/.test(name) ? undefined : name;
}

/** Whether two hosts belong together: one is the other's, or both are of one host above. */
function isSameHouse(a: string, b: string): boolean {
  return a === b || houseOf(a) === houseOf(b);
}

function houseOf(host: string): string {
  const parts = host.split('.');
  const last = parts.at(-2) ?? '';
  return parts.slice(last.length <= 3 && (parts.at(-1) ?? '').length === 2 ? -3 : -2).join('.');
}

function otherOutlet(text: string, { link }: Citation, outlet: Outlet, home: string): OutletFault {
  const { from, to } = trimmed(text, link.name.from, link.name.to);
  const name = text.slice(from, to);
  const rename: Fix = { title: `Change the name to ${outlet.name}`, edits: [{ from, to, text: outlet.name }] };
  const clear: Fix = {
    title: `Clear the address, for one of ${home}`,
    edits: [{ ...link.address, text: '' }],
    caret: 0,
  };
  return {
    kind: 'outlet',
    from,
    to,
    message: `${evidence(outlet)}, not ${name}.`,
    ...(outlet.certain && !isReported(name) && { severity: 'error' as const }),
    suggestions: [rename, clear],
  };
}

function evidence({ host, name, cited, named }: Outlet): string {
  if (cited === 0) return `\`${host}\` is ${name}`;
  return `\`${host}\` is ${name} in ${named.toLocaleString('en')} of ${cited.toLocaleString('en')} citations`;
}

/** Others print what agencies and people on Twitter write, and may be cited for it. */
function isReported(name: string): boolean {
  return REPORTED.has(name);
}

const REPORTED = new Set([
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

function spelled(text: string, { link }: Citation, right: string, fault: 'slip' | 'style'): OutletFault {
  const { from, to } = trimmed(text, link.name.from, link.name.to);
  const name = text.slice(from, to);
  const change: Fix = { title: `Change the name to ${right}`, edits: [{ from, to, text: right }] };
  if (fault === 'slip' || (/[.,;:]$/.test(name) && name.slice(0, -1) === right))
    return { kind: 'spelling', from, to, message: `"${name}" looks like a slip for ${right}.`, fix: change };
  return {
    kind: 'spelling',
    from,
    to,
    message: `${right} is written "${name}" here.`,
    severity: 'info',
    suggestions: [change],
  };
}

function trimmed(text: string, from: number, to: number): { from: number; to: number } {
  const name = text.slice(from, to);
  const start = from + name.length - name.trimStart().length;
  return { from: start, to: start + name.trim().length };
}
