import { findTracking } from './trackingParameters.ts';

/**
 * The canonical address of a page: taken out of a redirect (`google.com/url?q=…`), of the original page instead of its AMP or mobile
 * copy if the original is certain, and without tracking. `ownTracking` is the newsroom's own list of tracking parameters. The rest of
 * the address stays as written.
 */
export function canonicalUrl(address: string, ownTracking?: readonly string[]): string {
  let canonical = address;
  for (let round = 0; round < MAX_WRAPPERS; round++) {
    const unwrapped = unwrapOnce(canonical);
    if (unwrapped === undefined) break;
    canonical = unwrapped;
  }
  return removeTracking(canonical, ownTracking);
}

/** Wrappers are often nested: a search engine's link to its own cache of an AMP page. */
const MAX_WRAPPERS = 4;

function removeTracking(address: string, ownTracking: readonly string[] | undefined): string {
  const tracking = findTracking(address, ownTracking);
  if (!tracking) return address;
  let clean = '';
  let at = 0;
  for (const { from, to } of tracking.cuts) {
    clean += address.slice(at, from);
    at = to;
  }
  return clean + address.slice(at);
}

/** The components of an address. All but the host keep their case. */
interface UrlComponents {
  readonly scheme: string;
  /** In lower case, with `www.` */
  readonly host: string;
  readonly path: string;
  /** From `?` on, or empty. */
  readonly query: string;
  /** From `#` on, or empty. */
  readonly fragment: string;
}

function parseUrl(address: string): UrlComponents | undefined {
  const match = /^(https?:\/\/)([^/?#\s]+)([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(address);
  if (!match) return undefined;
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = match;
  return { scheme, host: host.toLowerCase(), path, query, fragment };
}

/** One step closer to the canonical address; undefined if there is no further step. */
function unwrapOnce(address: string): string | undefined {
  if (!MAY_BE_WRAPPED.test(address)) return undefined;
  const url = parseUrl(address);
  if (!url) return undefined;
  const inner = innerAddress(url);
  if (inner !== undefined) return inner;
  const original = desktopVersion(withoutAmpParameter(withoutAmpPath(url)));
  const { scheme, host, path, query, fragment } = original;
  const unwrapped = original === url ? address : `${scheme}${host}${path}${query}${fragment}`;
  return unwrapped === address ? undefined : unwrapped;
}

/** Rules out nearly every address at once. */
const MAY_BE_WRAPPED = /amp|google\.|l\.facebook|out\.reddit|safelinks|\/\/(?:m|mobile|www-m)\.|\.m\.wikipedia/i;

/** The address that another one contains, in a parameter or as its path. */
function innerAddress({ host, path, query }: UrlComponents): string | undefined {
  const bareHost = host.replace(/^www\./, '');
  const parameter = redirectParameter(bareHost, path);
  if (parameter) return decodeAddress(new RegExp(`[?&](?:${parameter})=([^&]+)`).exec(query)?.[1]);
  const amp =
    (bareHost === 'google.com' && /^\/amp\/(s\/)?([^/]+\.[^/]+.*)$/.exec(path)) ||
    (bareHost.endsWith('.cdn.ampproject.org') && /^\/(?:c|v|i)\/(s\/)?([^/]+\.[^/]+.*)$/.exec(path));
  return amp ? `http${amp[1] ? 's' : ''}://${amp[2] ?? ''}${isAmpQuery(query) ? '' : query}` : undefined;
}

/** The parameter of a redirecting page that has its target, as the source of a regular expression. */
function redirectParameter(host: string, path: string): string | undefined {
  if (/^google\.[a-z.]+$/.test(host) && path === '/url') return 'q|url';
  if (host === 'l.facebook.com' || host === 'lm.facebook.com') return 'u';
  if (host === 'out.reddit.com' || host.endsWith('.safelinks.protection.outlook.com')) return 'url';
  return undefined;
}

function decodeAddress(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  try {
    const address = decodeURIComponent(value);
    return /^https?:\/\/[^/?#\s]+\.[^\s]+$/i.test(address) ? address : undefined;
  } catch {
    return undefined; // invalid percent-encoding
  }
}

/** Whether the query is one that the AMP viewer adds. */
function isAmpQuery(query: string): boolean {
  return /^\?(?:amp|usqp|amp_js_v|amp_gsa|aoh)\b/.test(query);
}

function withoutAmpPath(url: UrlComponents): UrlComponents {
  const { host, path } = url;
  const bareHost = host.replace(/^www\./, '');
  for (const [hosts, pattern, replacement] of AMP_PATHS) {
    if (hosts.test(bareHost) && pattern.test(path)) return { ...url, path: path.replace(pattern, replacement) };
  }
  const originalHost = /^amp\.(.+)$/.exec(bareHost)?.[1];
  if (originalHost === undefined) return url;
  if (originalHost === 'cnn.com') return { ...url, host: 'www.cnn.com', path: path.replace(/^\/cnn\//, '/') };
  const isCopy = AMP_HOSTS.has(originalHost) || /^\/story\/.+\/\d+\/?$/.test(path) || /\/article\d+\.html$/.test(path);
  return isCopy ? { ...url, host: `www.${originalHost}` } : url;
}

/** The AMP paths of hosts and the originals that they are copies of. The last is that of WordPress and the like: a title, then `/amp`. */
const AMP_PATHS: readonly (readonly [hosts: RegExp, path: RegExp, replacement: string])[] = [
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

/** Hosts whose `amp.` subdomain has the same paths as `www.` */
const AMP_HOSTS: ReadonlySet<string> = new Set(
  'theguardian.com axios.com ft.com economist.com scmp.com businessinsider.com washingtontimes.com rawstory.com'.split(
    ' ',
  ),
);

/** Removes parameters that select the AMP copy: `?amp=1`, `?outputType=amp`. */
function withoutAmpParameter(url: UrlComponents): UrlComponents {
  if (!url.query.includes('amp')) return url;
  const all = url.query.slice(1).split('&');
  const rest = all.filter((parameter) => !/^(?:_?amp(?:=(?:1|true)?)?|outputType=(?:default-)?amp)$/.test(parameter));
  if (rest.length === all.length) return url;
  return { ...url, query: rest.length === 0 ? '' : `?${rest.join('&')}` };
}

function desktopVersion(url: UrlComponents): UrlComponents {
  const { host, path } = url;
  const desktopHost = /^(?:m|mobile|www-m)\.(.+)$/.exec(host)?.[1];
  if (desktopHost === 'twitter.com' || desktopHost === 'x.com') return { ...url, host: desktopHost };
  if (desktopHost === 'huffpost.com') return { ...url, host: 'www.huffpost.com', path: path.replace(/^\/us\//, '/') };
  if (desktopHost !== undefined && MOBILE_HOSTS.has(desktopHost)) return { ...url, host: `www.${desktopHost}` };
  return host.endsWith('.m.wikipedia.org') ? { ...url, host: host.replace('.m.', '.') } : url;
}

/** Hosts whose mobile copy has the same paths. */
const MOBILE_HOSTS: ReadonlySet<string> = new Set(
  (
    'reuters.com nytimes.com youtube.com facebook.com washingtonpost.com nydailynews.com sfgate.com cnn.com ' +
    'politico.com dailykos.com washingtontimes.com'
  ).split(' '),
);
