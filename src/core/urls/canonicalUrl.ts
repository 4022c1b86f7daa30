import { trackingCuts, trackingIn } from './trackingParameters.ts';

/**
 * The address proper of a page: out of its wrapper (`google.com/url?q=…`), not the AMP or the mobile copy where it is certain
 * what that is a copy of, and without tracking (`own`: a newsroom's own list of it). What stands for the page stays as it was
 * written.
 */
export function canonicalUrl(address: string, own?: readonly string[]): string {
  let proper = address;
  for (let round = 0; round < DEEPEST; round++) {
    const inner = unwrapped(proper);
    if (inner === undefined) break;
    proper = inner;
  }
  return withoutTracking(proper, own);
}

/** A wrapper in a wrapper is common: a search engine's link to its own cache of an AMP page. */
const DEEPEST = 4;

function withoutTracking(address: string, own: readonly string[] | undefined): string {
  if (trackingIn(address, own).length === 0) return address;
  let clean = '';
  let at = 0;
  for (const { from, to } of trackingCuts(address, own)) {
    clean += address.slice(at, from);
    at = to;
  }
  return clean + address.slice(at);
}

/** The parts of an address, of which only the host is changed in case. */
interface Parts {
  readonly scheme: string;
  /** With `www.`, in lower case. */
  readonly host: string;
  readonly path: string;
  /** From `?`, or empty. */
  readonly query: string;
  readonly fragment: string;
}

function partsOf(address: string): Parts | undefined {
  const match = /^(https?:\/\/)([^/?#\s]+)([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(address);
  if (!match) return undefined;
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = match;
  return { scheme, host: host.toLowerCase(), path, query, fragment };
}

/** One step nearer to the address proper; undefined where there is none. */
function unwrapped(address: string): string | undefined {
  if (!MAY_WRAP.test(address)) return undefined;
  const parts = partsOf(address);
  if (!parts) return undefined;
  const inner = carried(parts);
  if (inner !== undefined) return inner;
  const better = desktop(withoutAmpParameter(withoutAmpPath(parts)));
  const { scheme, host, path, query, fragment } = better;
  const proper = better === parts ? address : `${scheme}${host}${path}${query}${fragment}`;
  return proper === address ? undefined : proper;
}

/** The quick way past for nearly every address. */
const MAY_WRAP = /amp|google\.|l\.facebook|out\.reddit|safelinks|\/\/(?:m|mobile|www-m)\.|\.m\.wikipedia/i;

/** The address that another one carries: in a parameter, or as its path. */
function carried({ host, path, query }: Parts): string | undefined {
  const bare = host.replace(/^www\./, '');
  const parameter = isRedirect(bare, path);
  if (parameter) return decoded(new RegExp(`[?&](?:${parameter})=([^&]+)`).exec(query)?.[1]);
  const amp =
    (bare === 'google.com' && /^\/amp\/(s\/)?([^/]+\.[^/]+.*)$/.exec(path)) ||
    (bare.endsWith('.cdn.ampproject.org') && /^\/(?:c|v|i)\/(s\/)?([^/]+\.[^/]+.*)$/.exec(path));
  return amp ? `http${amp[1] ? 's' : ''}://${amp[2] ?? ''}${isTrackingOnly(query) ? '' : query}` : undefined;
}

function isRedirect(host: string, path: string): string | undefined {
  if (/^google\.[a-z.]+$/.test(host) && path === '/url') return 'q|url';
  if (host === 'l.facebook.com' || host === 'lm.facebook.com') return 'u';
  if (host === 'out.reddit.com' || host.endsWith('.safelinks.protection.outlook.com')) return 'url';
  return undefined;
}

function decoded(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    const address = decodeURIComponent(value);
    return /^https?:\/\/[^/?#\s]+\.[^\s]+$/i.test(address) ? address : undefined;
  } catch {
    return undefined; // no valid escapes, so no address
  }
}

/** What the AMP viewer adds. */
function isTrackingOnly(query: string): boolean {
  return /^\?(?:amp|usqp|amp_js_v|amp_gsa|aoh)\b/.test(query);
}

function withoutAmpPath(parts: Parts): Parts {
  const { host, path } = parts;
  const bare = host.replace(/^www\./, '');
  for (const [hosts, pattern, instead] of AMP_PATHS) {
    if (hosts.test(bare) && pattern.test(path)) return { ...parts, path: path.replace(pattern, instead) };
  }
  const own = /^amp\.(.+)$/.exec(bare)?.[1];
  if (own === undefined) return parts;
  if (own === 'cnn.com') return { ...parts, host: 'www.cnn.com', path: path.replace(/^\/cnn\//, '/') };
  const isCopy = AMP_HOSTS.has(own) || /^\/story\/.+\/\d+\/?$/.test(path) || /\/article\d+\.html$/.test(path);
  return isCopy ? { ...parts, host: `www.${own}` } : parts;
}

/** Which AMP path at which host is a copy of what. The last one is how WordPress and its kind have it: a title, then `/amp`. */
const AMP_PATHS: readonly (readonly [hosts: RegExp, path: RegExp, instead: string])[] = [
  [
    /^(?:politico|cnbc|wsj|barrons|marketwatch|bloomberg|cbsnews)\.com$|^abcnews(?:\.go)?\.com$/,
    /^\/amp\/(?=[^/]+\/)/,
    '/',
  ],
  [/^apnews\.com$/, /^\/amp\/(?=[\da-f]{32}$)/, '/'],
  [/(?:^|\.)reuters\.com$/, /^\/article\/amp\//, '/article/'],
  [/^(?:vox|theverge|polygon|recode|eater|curbed|sbnation|racked)\.(?:com|net)$/, /^\/platform\/amp\//, '/'],
  [/^bbc\.(?:com|co\.uk)$/, /^\/(news|sport)\/amp\//, '/$1/'],
  [/^bbc\.(?:com|co\.uk)$|^fox(?:news|business)\.com$/, /\.amp$/, ''],
  [/^nytimes\.com$/, /\.amp\.html$/, '.html'],
  [/^news\.yahoo\.com$|^buzzfeednews\.com$/, /^\/amphtml\//, '/'],
  [/(?:)/, /(\/[^/]*[a-z\d]+(?:-[a-z\d]+){2,}[^/]*)\/amp\/?$/i, '$1/'],
];

/** Hosts whose `amp.` has the same paths as their `www.`. */
const AMP_HOSTS: ReadonlySet<string> = new Set(
  'theguardian.com axios.com ft.com economist.com scmp.com businessinsider.com washingtontimes.com rawstory.com'.split(
    ' ',
  ),
);

/** `?amp=1`, `?outputType=amp`: the page without it is the one that is meant. */
function withoutAmpParameter(parts: Parts): Parts {
  if (!parts.query.includes('amp')) return parts;
  const all = parts.query.slice(1).split('&');
  const kept = all.filter((parameter) => !/^(?:_?amp(?:=(?:1|true)?)?|outputType=(?:default-)?amp)$/.test(parameter));
  if (kept.length === all.length) return parts;
  return { ...parts, query: kept.length === 0 ? '' : `?${kept.join('&')}` };
}

function desktop(parts: Parts): Parts {
  const { host, path } = parts;
  const mobile = /^(?:m|mobile|www-m)\.(.+)$/.exec(host)?.[1];
  if (mobile === 'twitter.com' || mobile === 'x.com') return { ...parts, host: mobile };
  if (mobile === 'huffpost.com') return { ...parts, host: 'www.huffpost.com', path: path.replace(/^\/us\//, '/') };
  if (mobile !== undefined && MOBILE_HOSTS.has(mobile)) return { ...parts, host: `www.${mobile}` };
  return host.endsWith('.m.wikipedia.org') ? { ...parts, host: host.replace('.m.', '.') } : parts;
}

/** Hosts whose mobile copy has the same paths. */
const MOBILE_HOSTS: ReadonlySet<string> = new Set(
  (
    'reuters.com nytimes.com youtube.com facebook.com washingtonpost.com nydailynews.com sfgate.com cnn.com ' +
    'politico.com dailykos.com washingtontimes.com'
  ).split(' '),
);
