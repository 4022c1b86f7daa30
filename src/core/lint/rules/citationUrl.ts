import type { CitationGroup, Entry, Link } from '../../entry/entry.ts';
import { intendedAddress } from '../../entry/lenientLink.ts';
import { MASK } from '../../entry/literals.ts';
import type { Edit } from '../../text/text.ts';
import { strayEndOf } from '../citationGroups/addressEnd.ts';
import { hasOutletNames } from '../citationGroups/evidence.ts';
import { addFindings, type Finding, type Fix, MAX_FINDINGS_PER_RULE, type Rule } from '../rule.ts';

export const citationUrl: Rule = {
  id: 'citation-url',
  summary: 'A link has one complete address, with its scheme and nothing else.',
  why: 'A link with an empty or damaged address looks like any other, and leads nowhere. An address that works as written is never changed: if it ends with a full stop, a comma or a quotation mark that seems to belong to the sentence, taking it off is only offered.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](⟦herald.example/a⟧))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  reaches: ['address'],
  check(entry) {
    const findings: Finding[] = [];
    for (const { links, citationGroups } of entry.nonstandard) {
      let index = 0;
      let namedGroup: CitationGroup | undefined; // the last group whose names were examined
      let hasNames = false;
      for (const link of links) {
        if (isPlainlyValid(entry.text, link)) continue;
        while ((citationGroups[index]?.to ?? Infinity) <= link.from) index++;
        const group = citationGroups[index];
        if (group !== namedGroup && group && group.from <= link.from) {
          namedGroup = group;
          hasNames = hasOutletNames(entry.text, group.pieces);
        }
        if (findings.length >= MAX_FINDINGS_PER_RULE) return findings;
        addFindings(findings, checkAddress(entry, link, group !== undefined && group === namedGroup && hasNames));
      }
    }
    return findings;
  },
};

/** A cheap check that rules out all but a few addresses in ten thousand: `http(s)://`, then nothing that could be wrong. */
function isPlainlyValid(text: string, { plain, form, address }: Link): boolean {
  return plain || (form === 'whole' && PLAINLY_VALID.test(text.slice(address.from, address.to)));
}

const PLAINLY_VALID = /^https?:\/\/[\w-][\w./?=&%#~+@!$()[\]{}^-]*[^\W_]\/?$/;

function* checkAddress(entry: Entry, link: Link, isCited: boolean): Generator<Finding> {
  const { text } = entry;
  const { from, to } = link.address;
  const address = intendedAddress(text, link);
  const name = text.slice(link.name.from, link.name.to).trim();
  const isPointy = text[from - 1] === '<' && text[to] === '>';
  if (/^TK\b/.test(address)) return; // reported as a placeholder
  if (address.includes(MASK)) return; // what Liquid makes of it is not known
  if (!isCited && isCode(text, link, name, address)) return;
  if (address === '') {
    if (isCited && name === '') return; // reported as a broken link
    const message =
      name === '' ? 'This link has neither a text nor an address.' : `The link to ${name} has no address.`;
    if (link.form === 'whole') yield { from: link.from, to: link.to, message };
    return;
  }
  const finding = (message: string, fix?: Fix, suggestions?: readonly Fix[]): Finding => ({
    from,
    to,
    message,
    ...(fix && { fix }),
    ...(suggestions && { suggestions }),
  });
  const replace = (title: string, replacement: string): Fix => ({ title, edits: [{ from, to, text: replacement }] });

  const secondStart = startOfSecondAddress(address);
  if (secondStart !== undefined) {
    const first = address.slice(0, secondStart);
    const second = address.slice(secondStart);
    yield finding('Two addresses run together.', undefined, [
      replace(`Keep ${hostOf(second)}`, second),
      replace(`Keep ${hostOf(first)}`, withoutEnd(first, /(?:%20|\\?\*|\s)+$/)),
    ]);
    return;
  }
  if (isPrivatePage(address)) {
    if (LOCAL_HOST.test(address) && !isCited && !entry.blocks.some(({ label }) => label)) return; // instructions
    yield finding('Readers cannot open this address: it belongs to an editor or to your own computer.');
    return;
  }
  const fixed = withScheme(isPointy ? address : withoutStrayCharacters(address), isCited);
  if (fixed !== undefined && fixed !== address) {
    const edits: Edit[] = [{ from, to, text: fixed }];
    yield finding(describeFault(address, fixed), { title: `Change the address to ${shorten(fixed)}`, edits });
    return;
  }
  if (fixed === undefined) {
    yield finding(/\s/.test(address) ? 'This is text, not an address.' : `"${shorten(address)}" is not an address.`);
    return;
  }
  const strayEnd = isPointy ? '' : strayEndOf(address);
  if (strayEnd !== '') {
    const removal = replace(`Remove ${quoted(strayEnd)} from the address`, address.slice(0, -strayEnd.length));
    yield finding('Stray characters after the address.', undefined, [removal]);
  } else if (/\s/.test(withoutAnchorSpaces(address)) && !isPointy) {
    yield finding('The address contains a space.');
  }
}

function quoted(characters: string): string {
  return characters.includes('"') ? `'${characters}'` : `"${characters}"`;
}

/** `operator[]()`, `f[x](y z)`, `[](int x)`: brackets of a programming language that nobody marked as code. */
function isCode(text: string, { from }: Link, name: string, address: string): boolean {
  const isText = address === '' || /\s/.test(address);
  return isText && (/\w/.test(text.charAt(from - 1)) || (name === '' && address !== ''));
}

/** Where a second address starts, unless it is part of the first, as in the address of an archived page. */
function startOfSecondAddress(address: string): number | undefined {
  for (const match of address.matchAll(/https?:\/\//gi)) {
    const before = address.slice(Math.max(0, match.index - 3), match.index);
    if (match.index <= 8) continue;
    if (/(?:[\p{L}\d)-]|%20|\*|\s)$/u.test(before)) return match.index;
    if (before.endsWith('/') && !EMBEDS_ADDRESS.test(address)) return match.index;
  }
  return undefined;
}

/** Sites that show pages of other sites, whose address is part of their own. */
const EMBEDS_ADDRESS =
  /^https?:\/\/(?:[^/]*(?:archiv|cache|proxy|translat)[^/]*|(?:[\w-]+\.)*(?:12ft\.io|outline\.com|perma\.cc|webcitation\.org|ampproject\.org))\//i;

/** Removes what makes an address invalid: quotes before its scheme, a wrong bracket or white space at its end. */
function withoutStrayCharacters(address: string): string {
  const withoutPrefix = address.replace(/^["'“”‘’<\s/.,;:|-]+(?=h?ttps?:)/, '');
  // A bracket at the end is a typo for the closing parenthesis.
  const hasTypo = /[\]}]$/.test(withoutPrefix) && !/[[{]/.test(withoutPrefix);
  const withoutTypo = hasTypo ? withoutPrefix.slice(0, -1) : withoutPrefix;
  return /\s/.test(withoutTypo)
    ? withoutEnd(withoutTypo, /(?:["'“”‘’<>,;|.\s]|\\?\*|\u200b|%20|%22|%E2%80%9D)*\s$/)
    : withoutTypo;
}

/** Removes every match at the end. Searches short pieces, because an expression that ends with `$` is tried at every position. */
function withoutEnd(text: string, end: RegExp): string {
  let to = text.length;
  for (let hasMatch = true; hasMatch; ) {
    const length = end.exec(text.slice(Math.max(0, to - PIECE_CHARS), to))?.[0].length ?? 0;
    to -= length;
    hasMatch = length > 0;
  }
  return text.slice(0, to);
}

const PIECE_CHARS = 60;

/** The address with its scheme corrected, or added before an obvious host; undefined if it is no address. */
function withScheme(address: string, isCited: boolean): string | undefined {
  if (/^https?:\/\/(?!https?[:/])[^\s/]/i.test(address)) return address;
  const misspelled =
    /^(?:h{1,2}t{1,3}p{1,2}s{0,2}|ttps?|htps?)[:;]?(?:\/{1,3}| \/\/|\/ \/)(?=[\w-]+\.)/i.exec(address) ??
    /^https?:\/\/(?=https?:\/\/)/i.exec(address) ??
    /^h?t{1,2}p?s?:?\/{0,2}(?=www\.)/i.exec(address);
  if (misspelled)
    return address
      .slice(misspelled[0].length)
      .replace(/^(?!https?:\/\/)/i, /s/i.test(misspelled[0]) ? 'https://' : 'http://');
  if (/^(?:\/|#|\.{0,2}\/|mailto:|tel:|sms:|\{\{|%7B%7B)/i.test(address) || OTHER_SCHEME.test(address)) return address;
  if (
    /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co|io|news|uk|us|eu|info|tv|me|ca|de|fr|au)(?:[/?#]|$))[^\s]*$/i.test(
      address,
    )
  )
    return `https://${address}`;
  return (isCited && !RELATIVE_PATH.test(address)) || /\s/.test(address) ? undefined : address;
}

/** Schemes of pages and files besides those of the web. */
const OTHER_SCHEME =
  /^(?:ftps?|sftp|ssh|git|irc|ircs|gopher|gemini|ipfs|ipns|magnet|matrix|xmpp|nostr|bitcoin|lightning|geo|news|urn|doi|webcal|data|sip):/i;

/** `docs/pier.html`, `pier.md`: a page or a file of the same site. The first part of a path is no host. */
const RELATIVE_PATH =
  /^(?:[\w%~-]+\/|[\w%~./-]+\.(?:html?|md|markdown|pdf|png|jpe?g|gif|svg|webp|txt|xml|json|csv)(?:[?#]|$))/i;

/** A server on the reader's own computer, which the instructions of a program may link to. */
const LOCAL_HOST = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1)\b/i;

/** Whether nobody else can open the page: one of an editor, a local server or a browser. */
function isPrivatePage(address: string): boolean {
  return /^(?:https?:\/\/(?:localhost|127\.0\.0\.1|prose\.io|app\.forestry\.io|app\.cloudcannon\.com)(?=[:/]|$)|file:|about:|blob:|chrome(?:-extension)?:|moz-extension:)/i.test(
    address,
  );
}

/** Anchors that sites derive from headlines may contain no-break spaces. */
function withoutAnchorSpaces(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash) + address.slice(hash).replaceAll('\u00a0', '');
}

function describeFault(address: string, fixed: string): string {
  if (fixed.endsWith(address)) return 'The address has no scheme: expected "https://".';
  if (address.endsWith(fixed)) return 'Stray characters before the address.';
  return fixed.startsWith(address.slice(0, 8))
    ? 'Stray characters after the address.'
    : 'The scheme of the address is misspelled.';
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/i.exec(address)?.[1] ?? address;
}

const MAX_SHOWN_CHARS = 40;

function shorten(address: string): string {
  return address.length > MAX_SHOWN_CHARS ? `${address.slice(0, MAX_SHOWN_CHARS)}…` : address;
}
