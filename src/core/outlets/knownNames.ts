import { KNOWN_OUTLETS, type KnownOutlets } from './knownOutlets.ts';

/** An outlet that is known without an archive, and its hosts. */
interface KnownName {
  readonly name: string;
  readonly hosts: readonly string[];
}

/** The outlets that are known without an archive: first those that are cited most, then the others, then the services; each by name. */
export function knownNames({ certain, usual, services }: KnownOutlets = KNOWN_OUTLETS): readonly KnownName[] {
  const hostsByName = new Map<string, string[]>();
  const add = (namesByHost: readonly (readonly [host: string, name: string])[]) => {
    for (const [host, name] of namesByHost.toSorted(([, a], [, b]) => a.localeCompare(b, 'en'))) {
      hostsByName.set(name, [...(hostsByName.get(name) ?? []), host]);
    }
  };
  add(Object.entries(certain));
  add(Object.entries(usual));
  add(services.map(([name, host]) => [host, name] as const));
  return Array.from(hostsByName, ([name, hosts]) => ({ name, hosts }));
}
