import { copyOf } from '../text/text.ts';

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
  /** The index in `tags`; a new tag is added. */
  readonly tagId: (tag: string) => number;
}

export function openInternedNames(): InternedNames {
  const outlets: OutletName[] = [];
  const tags: string[] = [];
  const outletIds = new Map<string, Map<string, number>>();
  const tagIds = new Map<string, number>();
  return {
    outlets,
    tags,
    outletId(host, outlet) {
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
    },
    tagId(tag) {
      const id = tagIds.get(tag);
      if (id !== undefined) return id;
      tagIds.set(copyOf(tag), tags.length);
      return tags.push(copyOf(tag)) - 1;
    },
  };
}
