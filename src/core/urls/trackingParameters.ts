import { copyOf, type Span } from '../text/text.ts';

/** A part of an address that only tells who shared it, and how: `utm_source=feed`. */
interface Tracking extends Span {
  readonly name: string;
}

/**
 * The tracking in an address, as offsets in it: parameters, and fragments that are none of the page's. The address may hold
 * backslash escapes and `&amp;`. Quick to answer for the many that have neither a `?` nor a `#`. A newsroom's `own` list names
 * parameters that are tracking beside those known, and with `!` before it one that is not.
 */
export function trackingIn(address: string, own: readonly string[] = NO_OWN): Tracking[] {
  const hash = address.indexOf('#');
  const query = address.indexOf('?');
  if (hash < 0 && query < 0) return [];
  if (address.indexOf('://', 8) >= 0 && !SHARED_LINK.test(address)) return []; // an address in an address, as archives have it
  const end = hash < 0 ? address.length : hash;
  const found = query < 0 || query > end ? [] : parameters(address, query, end, own).filter(({ tracks }) => tracks);
  return [...found, ...trackingFragment(address, end)];
}

/** A page (an address without scheme and fragment) without its tracking parameters. */
export function withoutTracking(page: string): string {
  const query = page.indexOf('?');
  if (query < 0) return page;
  const kept = parameters(page, query, page.length, NO_OWN).filter(({ tracks }) => !tracks);
  const rest = kept.map(({ from, to }) => page.slice(from, to)).join('&');
  return rest === '' ? page.slice(0, query) : `${page.slice(0, query)}?${rest}`;
}

/** What to delete for the tracking to be gone and the rest of the address to stand as it stood. */
export function trackingCuts(address: string, own: readonly string[] = NO_OWN): Span[] {
  const cuts: Span[] = [];
  const hash = address.indexOf('#');
  const end = hash < 0 ? address.length : hash;
  const query = address.indexOf('?');
  if (query >= 0 && query < end) {
    const all = parameters(address, query, end, own);
    let kept: Span | undefined;
    for (const [index, { from, to, tracks }] of all.entries()) {
      if (!tracks) kept = { from, to };
      else if (kept) cuts.push({ from: all[index - 1]?.to ?? from, to });
      else if (index === all.length - 1) cuts.push({ from, to });
      else cuts.push({ from, to: all[index + 1]?.from ?? to });
    }
    if (!kept && cuts[0] && all.length > 0) cuts[0] = { from: query, to: cuts[0].to };
  }
  for (const { from, to } of trackingFragment(address, end)) cuts.push({ from: from - 1, to });
  return joined(cuts);
}

interface Parameter extends Tracking {
  readonly tracks: boolean;
}

const NO_OWN: readonly string[] = [];

function parameters(address: string, query: number, end: number, own: readonly string[]): Parameter[] {
  const here = namesAt(/^(?:https?:\/\/)?(?:www\.)?([^/?#:]+)/i.exec(address)?.[1] ?? '');
  const found: Parameter[] = [];
  let from = query + 1;
  while (from <= end) {
    const sign = address.indexOf('&', from);
    const to = sign < 0 || sign > end ? end : sign;
    const parameter = address.slice(from, to).replaceAll('\\', '');
    const equals = parameter.indexOf('=');
    const name = equals < 0 ? parameter : parameter.slice(0, equals);
    const value = equals < 0 ? '' : parameter.slice(equals + 1);
    found.push({ name, from, to, tracks: name !== '' && isTracking(name, value, here, own) });
    from = to + (address.startsWith('&amp;', to) ? 5 : 1);
  }
  return found;
}

function isTracking(name: string, value: string, here: readonly string[], own: readonly string[]): boolean {
  const lower = name.toLowerCase();
  if (own.length > 0) {
    if (own.includes(`!${name}`) || own.includes(`!${lower}`)) return false;
    if (own.includes(name) || own.includes(lower)) return true;
  }
  if (ANYWHERE.has(lower)) return true;
  if (PREFIXES.test(lower)) return true;
  if ((lower === 'ref' || lower === 'source' || lower === 'via') && SHARED_BY.test(value)) return true;
  return here.includes(lower);
}

/** The names that track at a host and at those above it. */
function namesAt(host: string): readonly string[] {
  let names = namesByHost.get(host);
  if (!names) {
    const lower = host.toLowerCase();
    names = AT_HOSTS.flatMap(({ hosts, names }) => (hosts.some((home) => isAt(lower, home)) ? names : []));
    if (namesByHost.size > MOST_HOSTS) namesByHost.clear();
    namesByHost.set(copyOf(host), names);
  }
  return names;
}

const namesByHost = new Map<string, readonly string[]>();
const MOST_HOSTS = 10_000;

function isAt(host: string, home: string): boolean {
  return host === home || host.endsWith(`.${home}`);
}

/** Fragments that sharing buttons leave: `#click=https://…`, `#.n9JoZFh`, `#utm_source=…`. */
function trackingFragment(address: string, hash: number): Tracking[] {
  if (hash >= address.length - 1) return [];
  const fragment = address.slice(hash + 1).replaceAll('\\', '');
  const name = SHARED_FRAGMENT.exec(fragment)?.[0];
  return name === undefined ? [] : [{ name: `#${name.replace(/=$/, '')}`, from: hash + 1, to: address.length }];
}

const SHARED_FRAGMENT = /^(?:click=|xtor=|echobox=|utm_\w+=|\.[\w-]{6,12}(?:\.[\w-]+)?$)/i;
const SHARED_LINK = /#click=https?:\/\/t\.co\//;

/** What `ref=`, `source=` and `via=` say where they tell who shared the address. */
const SHARED_BY =
  /^(?:rss|home|homepage|scroll|author|wrap|topic|share|social|email|newsletter|twitter|tw|facebook|fb|google|desktop|mobile|nl.*|.*(?:newsletter|share))$/i;

const PREFIXES = /^(?:utm_|at_campaign|at_medium|at_custom|ns_|guce_|_guc_|soc_|hsa_|pk_|mtm_)/;

const ANYWHERE = new Set(
  (
    'fbclid gclid dclid gbraid wbraid msclkid twclid yclid ttclid igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi ' +
    'sref srnd smid smtyp smvar ref_src ref_url referringsource searchresultposition cmpid cmp ncid ocid icid ex_cid ito ' +
    'mbid scrolla taid guccounter .tsrc __twitter_impression emailtoken reflink hpid itid wpisrc wpmk ' +
    'linkid hss_channel vero_id oly_enc_id oly_anon_id spm wt.mc_id trk ss_source ss_campaign_id'
  ).split(' '),
);

/** Names that say something else at other hosts. */
const AT_HOSTS = [
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

function joined(cuts: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const cut of cuts) {
    const last = result.at(-1);
    if (last && cut.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, cut.to) };
    else result.push(cut);
  }
  return result;
}
