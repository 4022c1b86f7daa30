/**
 * Whether an address (`https://herald.example/a`) leads to a page on the public internet, as far as its text tells: not to the own
 * computer or the local network, however the host is written, and without a user name, which may hide the host from a reader.
 */
export function isPublicAddress(address: string): boolean {
  const [, authority] = AUTHORITY.exec(address) ?? [];
  return authority !== undefined && isPublicHost(authority);
}

/** What programs take for the host, with its port. They read `\` as `/`, and skip white space and further slashes. */
const AUTHORITY = /^https?:\/\/([^/\\?#\s]+)(?=[/\\?#]|$)/i;

/** A port may follow the host. */
function isPublicHost(authority: string): boolean {
  const [, written = ''] = /^([^:]*)(?::\d{0,5})?$/.exec(authority) ?? []; // also refuses `user@`, `user:password@` and `[::1]`
  const host = decodeHost(written)?.toLowerCase().replace(/\.$/, '');
  // A name that consists of anything else is not a host name, or is another way to write one.
  if (host === undefined || !/^[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+$/u.test(host)) return false;
  // Decimal, octal, hexadecimal and shortened IP addresses end in a number. No top-level domain does.
  if (/(?:^|\.)(?:\d+|0x[\da-f]*)$/.test(host)) return false;
  return !PRIVATE_NAMES.test(host) && !WILDCARD_NAMES.test(host);
}

/** `%31%32%37` as `127`, and letters and digits of other widths as the usual ones; undefined for an invalid escape. */
function decodeHost(host: string): string | undefined {
  try {
    return decodeURIComponent(host)
      .normalize('NFKC')
      .replace(/[。．｡]/g, '.')
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ''); // ignored in host names
  } catch {
    return undefined;
  }
}

/** Reserved names, and those that routers and companies use for their own networks. */
const PRIVATE_NAMES =
  /(?:^|\.)(?:arpa|corp|fritz\.box|home|internal|intranet|invalid|lan|local|localdomain|localhost|mail|onion|private|test)$/;

/** Services whose names stand for the IP address in them: `127.0.0.1.nip.io`. */
const WILDCARD_NAMES = /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me)$/;
