import type { Entry } from '../../entry/entry.ts';
import { findKey, scalarValue } from '../../entry/keys.ts';

/**
 * Whether an entry marks its links for the sites that they lead to, as newsletters do for their sponsors: several sites get the same
 * `utm_source`, one is the name of the log, or a picture is the link. Such parameters are meant, while those of a pasted address name whoever shared it.
 */
export function hasOwnCampaign({ text, frontMatter, blocks }: Entry): boolean {
  const titleKey = findKey(frontMatter, 'title');
  const title = titleKey ? lettersOf(scalarValue(text, titleKey)) : '';
  const hostsBySource = new Map<string, Set<string>>();
  for (const { links } of blocks) {
    for (const { name, address } of links) {
      const [, host = '', written] = CAMPAIGN.exec(text.slice(address.from, address.to)) ?? [];
      const source = lettersOf(written ?? '');
      if (source === '' || SHARERS.test(source)) continue;
      if (text.startsWith('![', name.from)) return true;
      if (source.length >= MIN_NAME_CHARS && title.includes(source)) return true;
      const hosts = hostsBySource.get(source) ?? new Set();
      hostsBySource.set(source, hosts.add(host));
      if (hosts.size >= MIN_HOSTS) return true;
    }
  }
  return false;
}

const CAMPAIGN = /^https?:\/\/([^/?#]+)[^#]*?[?&;]utm_source=([^&#]+)/i;

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/%20/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Sites and programs that add their name to what is shared there. */
const SHARERS =
  /^(?:reddit|twitter|tco|facebook|fb|linkedin|instagram|threads|bluesky|mastodon|telegram|whatsapp|wechat|slack|pocket|feed|rss|dlvr|buffer|hootsuite|ifttt|flipboard|google|apple|chatgpt|share|copy|socialflow|parsely|homepage)/;

const MIN_NAME_CHARS = 5;
const MIN_HOSTS = 3;
