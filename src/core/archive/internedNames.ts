import { copyOf, type Span } from '../text/text.ts';
import { hostOf } from '../urls/url.ts';

/** A host and an outlet name that it was cited with. */
interface OutletName {
  readonly host: string;
  readonly outlet: string;
}

/** Names that many entries share, stored once and identified by their index: tags, and pairs of an outlet's host and name. */
export interface InternedNames {
  readonly outlets: readonly OutletName[];
  readonly tags: readonly string[];
  /** The index in `outlets`; a new pair is added. */
  readonly outletId: (host: string, outlet: string) => number;
  /** The index in `outlets` of the outlet that a link cites, by its name and its web address; undefined if the address has no host. */
  readonly citedOutletId: (text: string, name: Span, address: Span) => number | undefined;
  /** The index in `tags`; a new tag is added. */
  readonly tagId: (tag: string) => number;
}

export function openInternedNames(): InternedNames {
  const outlets: OutletName[] = [];
  const tags: string[] = [];
  const outletIds = new Map<string, Map<string, number>>();
  const citedOutlets = new Map<string, { readonly id: number; readonly nameLength: number }>();
  const tagIds = new Map<string, number>();
  const outletId = (host: string, outlet: string): number => {
    let idsByName = outletIds.get(host);
    const id = idsByName?.get(outlet);
    if (id !== undefined) return id;
    const name = { host: copyOf(host), outlet: copyOf(outlet) };
    if (!idsByName) {
      idsByName = new Map();
      outletIds.set(name.host, idsByName);
    }
    idsByName.set(name.outlet, outlets.length);
    return outlets.push(name) - 1;
  };
  return {
    outlets,
    tags,
    outletId,
    citedOutletId(text, name, address) {
      // Thousands of citations share the text from the name to the end of the host, such as `Herald](https://www.herald.example`. If their
      // names are of the same length as well, they cite the same outlet.
      const end = Math.min(hostEnd(text, address.from), address.to);
      const source = text.slice(name.from, end);
      const known = citedOutlets.get(source);
      const nameLength = name.to - name.from;
      if (known?.nameLength === nameLength) return known.id;
      const host = hostOf(text.slice(address.from, end));
      if (host === undefined) return undefined;
      const id = outletId(host, text.slice(name.from, name.to).trim());
      if (source.length <= MAX_SHARED_CHARS) citedOutlets.set(copyOf(source), { id, nameLength });
      return id;
    },
    tagId(tag) {
      const id = tagIds.get(tag);
      if (id !== undefined) return id;
      tagIds.set(copyOf(tag), tags.length);
      return tags.push(copyOf(tag)) - 1;
    },
  };
}

/** The offset of the slash after the host of an address. */
function hostEnd(text: string, from: number): number {
  const slash = text.indexOf('/', from + 'https://'.length);
  return slash < 0 ? text.length : slash;
}

/** Longer names and hosts are rare. */
const MAX_SHARED_CHARS = 100;
