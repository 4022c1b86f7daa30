import { copyOf } from '../text/text.ts';

/** A host and a name that it was cited under. */
interface OutletName {
  readonly host: string;
  readonly outlet: string;
}

/** What entries have in common, each kept once and known by its place: outlets' names at their hosts, and tags. */
export interface InternedNames {
  readonly outlets: readonly OutletName[];
  readonly tags: readonly string[];
  readonly outletId: (host: string, outlet: string) => number;
  readonly tagId: (tag: string) => number;
}

export function openNames(): InternedNames {
  const outlets: OutletName[] = [];
  const tags: string[] = [];
  const byHost = new Map<string, Map<string, number>>();
  const byTag = new Map<string, number>();
  return {
    outlets,
    tags,
    outletId(host, outlet) {
      let byName = byHost.get(host);
      const known = byName?.get(outlet);
      if (known !== undefined) return known;
      const name = { host: copyOf(host), outlet: copyOf(outlet) };
      if (!byName) {
        byName = new Map();
        byHost.set(name.host, byName);
      }
      byName.set(name.outlet, outlets.length);
      return outlets.push(name) - 1;
    },
    tagId(tag) {
      const known = byTag.get(tag);
      if (known !== undefined) return known;
      byTag.set(copyOf(tag), tags.length);
      return tags.push(copyOf(tag)) - 1;
    },
  };
}
