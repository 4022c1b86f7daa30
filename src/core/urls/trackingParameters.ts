import { copyOf, type Span } from '../text/text.ts';

/** A part of an address that only records who shared it and how: `utm_source=feed`. */
interface TrackingPart extends Span {
  readonly name: string;
}

/** The tracking in an address, as offsets in it. */
export interface Tracking {
  /** The parameters, and a fragment that does not refer to a part of the page, in order. There is at least one. */
  readonly parts: readonly TrackingPart[];
  /** The parts to delete so that the tracking is gone and the rest of the address stays as it is. */
  readonly cuts: readonly Span[];
}

/**
 * The tracking in an address; undefined if there is none. The address may contain backslash escapes and `&amp;`. `ownTracking` is a
 * newsroom's own list of parameters that are tracking or, with a `!` before the name, that are not.
 */
export function findTracking(address: string, ownTracking: readonly string[] = NONE): Tracking | undefined {
  const hash = address.indexOf('#');
  const query = address.indexOf('?');
  if (hash < 0 && query < 0) return undefined;
  if (address.indexOf('://', 8) >= 0 && !SHARED_LINK.test(address)) return undefined; // an address inside an address, as in web archives
  const end = hash < 0 ? address.length : hash;
  const parameters = query < 0 || query > end ? [] : parseParameters(address, query, end, ownTracking);
  const inQuery = parameters.filter(({ isTracking }) => isTracking);
  const fragment = trackingFragment(address, end);
  if (inQuery.length === 0 && !fragment) return undefined;
  const cuts = parameterCuts(parameters, query);
  if (!fragment) return { parts: inQuery, cuts: mergeSpans(cuts) };
  cuts.push({ from: fragment.from - 1, to: fragment.to });
  return { parts: [...inQuery, fragment], cuts: mergeSpans(cuts) };
}

/** The query at `query` of an address without scheme and fragment, without its tracking parameters: `?id=1`, or empty if nothing remains. */
export function queryWithoutTracking(page: string, query: number): string {
  let rest = '';
  for (const { from, to, isTracking } of parseParameters(page, query, page.length, NONE))
    if (!isTracking) rest += (rest === '' ? '?' : '&') + page.slice(from, to);
  return rest === '?' ? '' : rest;
}

/** The parts to delete so that the tracking parameters are gone. */
function parameterCuts(parameters: readonly Parameter[], query: number): Span[] {
  const cuts: Span[] = [];
  let keepsSome = false;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index];
    if (!parameter) break;
    const { from, to, isTracking } = parameter;
    if (!isTracking) keepsSome = true;
    else if (keepsSome) cuts.push({ from: parameters[index - 1]?.to ?? from, to });
    else if (index === parameters.length - 1) cuts.push({ from, to });
    else cuts.push({ from, to: parameters[index + 1]?.from ?? to });
  }
  if (!keepsSome && cuts[0]) cuts[0] = { from: query, to: cuts[0].to };
  return cuts;
}

interface Parameter extends TrackingPart {
  readonly isTracking: boolean;
}

const NONE: readonly string[] = [];

function parseParameters(address: string, query: number, end: number, ownTracking: readonly string[]): Parameter[] {
  const hostNames = trackingNamesAt(HOST.exec(address)?.[1] ?? '');
  const parameters: Parameter[] = [];
  const isEscaped = address.includes('\\');
  let from = query + 1;
  while (from <= end) {
    const ampersand = address.indexOf('&', from);
    const to = ampersand < 0 || ampersand > end ? end : ampersand;
    const written = address.slice(from, to);
    const parameter = isEscaped ? written.replaceAll('\\', '') : written;
    const equals = parameter.indexOf('=');
    const name = equals < 0 ? parameter : parameter.slice(0, equals);
    const value = equals < 0 ? '' : parameter.slice(equals + 1);
    const isTracking = name !== '' && isTrackingParameter(name, value, hostNames, ownTracking);
    parameters.push({ name, from, to, isTracking });
    from = to + (address.startsWith('&amp;', to) ? 5 : 1);
  }
  return parameters;
}

function isTrackingParameter(
  name: string,
  value: string,
  hostNames: readonly string[],
  ownTracking: readonly string[],
): boolean {
  const lower = name.toLowerCase();
  if (ownTracking.length > 0) {
    if (ownTracking.includes(`!${name}`) || ownTracking.includes(`!${lower}`)) return false;
    if (ownTracking.includes(name) || ownTracking.includes(lower)) return true;
  }
  if (TRACKING_NAMES.has(lower)) return true;
  if (TRACKING_PREFIXES.test(lower)) return true;
  if ((lower === 'ref' || lower === 'source' || lower === 'via') && SHARING_VALUE.test(value)) return true;
  return hostNames.includes(lower);
}

const HOST = /^(?:https?:\/\/)?(?:www\.)?([^/?#:]+)/i;

/** The parameters that are tracking at a host, including those of its parent domains. */
function trackingNamesAt(host: string): readonly string[] {
  let names = namesByHost.get(host);
  if (!names) {
    const lower = host.toLowerCase();
    names = TRACKING_BY_HOST.flatMap(({ hosts, names }) =>
      hosts.some((domain) => isInDomain(lower, domain)) ? names : [],
    );
    if (namesByHost.size > MAX_CACHED_HOSTS) namesByHost.clear();
    namesByHost.set(copyOf(host), names);
  }
  return names;
}

const namesByHost = new Map<string, readonly string[]>();
const MAX_CACHED_HOSTS = 10_000;

function isInDomain(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** Fragments that sharing buttons leave: `#click=https://…`, `#.n9JoZFh`, `#utm_source=…`. */
function trackingFragment(address: string, hash: number): TrackingPart | undefined {
  if (hash >= address.length - 1) return undefined;
  const fragment = address.slice(hash + 1).replaceAll('\\', '');
  const name = TRACKING_FRAGMENT.exec(fragment)?.[0];
  return name === undefined ? undefined : { name: `#${name.replace(/=$/, '')}`, from: hash + 1, to: address.length };
}

const TRACKING_FRAGMENT = /^(?:click=|xtor=|echobox=|utm_\w+=|\.[\w-]{6,12}(?:\.[\w-]+)?$)/i;
const SHARED_LINK = /#click=https?:\/\/t\.co\//;

/** The values of `ref=`, `source=` and `via=` that record who shared the address. */
const SHARING_VALUE =
  /^(?:rss|home|homepage|scroll|author|wrap|topic|share|social|email|newsletter|twitter|tw|facebook|fb|google|desktop|mobile|nl.*|.*(?:newsletter|share))$/i;

const TRACKING_PREFIXES = /^(?:utm_|at_campaign|at_medium|at_custom|ns_|guce_|_guc_|soc_|hsa_|pk_|mtm_)/;

/** Parameters that are tracking at any host. */
const TRACKING_NAMES = new Set(
  (
    'fbclid gclid dclid gbraid wbraid msclkid twclid yclid ttclid igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi ' +
    'sref srnd smid smtyp smvar ref_src ref_url referringsource searchresultposition cmpid cmp ncid ocid icid ex_cid ito ' +
    'mbid scrolla taid guccounter .tsrc __twitter_impression emailtoken reflink hpid itid wpisrc wpmk ' +
    'linkid hss_channel vero_id oly_enc_id oly_anon_id spm wt.mc_id trk ss_source ss_campaign_id'
  ).split(' '),
);

/** Parameters that are tracking at these hosts and something else at others. */
const TRACKING_BY_HOST = [
  {
    hosts: ['nytimes.com'],
    names:
      'action pgtype module _r rref region label index variant block state context impression_id emc nl regi_id segment_id te user_id instance_id campaign_id mcubz partner ref auth contentcollection clicksource mwrsm'.split(
        ' ',
      ),
  },
  { hosts: ['wsj.com', 'barrons.com', 'marketwatch.com'], names: ['mod', 'mg', 'link'] },
  {
    hosts: ['politico.com', 'politico.eu'],
    names: ['nname', 'nid', 'nrid', 'nlid', 'lo', 'is_magic_link', 'template_id', 'template_variant_id'],
  },
  {
    hosts: ['washingtonpost.com'],
    names: ['location', 'p9w22b2p', 'pwapi_token', 'tid', 'tidr', 'wpsrc', 'postshare', 'uuid'],
  },
  { hosts: ['nbcnews.com', 'cnbc.com', 'abcnews.go.com', 'bbc.com', 'bbc.co.uk', 'today.com'], names: ['cid'] },
  { hosts: ['axios.com'], names: ['stream'] },
  { hosts: ['forbes.com'], names: ['sh'] },
  { hosts: ['reuters.com'], names: ['rpc', 'feedtype', 'feedname'] },
  { hosts: ['thehill.com'], names: ['rnd', 'userid'] },
  { hosts: ['npr.org'], names: ['origin', 'ft', 'f', 't'] },
  { hosts: ['thedailybeast.com'], names: ['ref', 'via', 'source'] },
  { hosts: ['cnn.com'], names: ['adkey', 'iid'] },
  { hosts: ['nymag.com', 'thecut.com', 'vulture.com'], names: ['mid'] },
  { hosts: ['ft.com'], names: ['segmentid'] },
  { hosts: ['time.com', 'fortune.com', 'people.com', 'ew.com', 'si.com'], names: ['xid'] },
  { hosts: ['twitter.com', 'x.com'], names: ['s', 't'] },
  { hosts: ['youtube.com', 'youtu.be'], names: ['si', 'feature'] },
  { hosts: ['substack.com'], names: ['s', 'r', 'publication_id', 'post_id', 'isfreemail'] },
];

/** Merges spans that overlap or meet. They must be in order. */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && span.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else result.push(span);
  }
  return result;
}
