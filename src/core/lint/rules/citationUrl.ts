import { addressIn } from '../../entry/anyLink.ts';
import type { Entry, Link } from '../../entry/entry.ts';
import type { Edit } from '../../text/text.ts';
import { addAll, type Finding, type Fix, MOST_FINDINGS, type Rule } from '../rule.ts';

export const citationUrl: Rule = {
  id: 'citation-url',
  summary: 'An address is one whole address, with its scheme and nothing else.',
  why: 'An empty or damaged address renders as a link like any other and leads nowhere.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](⟦herald.example/a⟧))',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  check(entry) {
    const findings: Finding[] = [];
    for (const { links, citations } of entry.irregular) {
      let group = 0;
      for (const link of links) {
        if (isPlain(entry.text, link)) continue;
        while ((citations[group]?.to ?? Infinity) <= link.from) group++;
        const cited = (citations[group]?.from ?? Infinity) <= link.from;
        if (findings.length >= MOST_FINDINGS) return findings;
        addAll(findings, checkAddress(entry, link, cited));
      }
    }
    return findings;
  },
};

/** The quick way past for all but a few in ten thousand: `http(s)://`, then nothing that could be a fault. */
function isPlain(text: string, { plain, form, address }: Link): boolean {
  return plain || (form === 'whole' && PLAIN.test(text.slice(address.from, address.to)));
}

const PLAIN = /^https?:\/\/[\w-][\w./?=&%#~+@!$()[\]{}^-]*[^\W_]\/?$/;

function* checkAddress(entry: Entry, link: Link, cited: boolean): Generator<Finding> {
  const { text } = entry;
  const { from, to } = link.address;
  const address = addressIn(text, link);
  const name = text.slice(link.name.from, link.name.to).trim();
  if (/^TK\b/.test(address)) return; // a placeholder, and reported as one
  if (address === '') {
    if (cited && name === '') return; // a broken link altogether
    if (link.form === 'whole') yield { from: link.from, to: link.to, message: `The link to ${name} has no address.` };
    return;
  }
  const found = (message: string, fix?: Fix, suggestions?: readonly Fix[]): Finding => ({
    from,
    to,
    message,
    ...(fix && { fix }),
    ...(suggestions && { suggestions }),
  });
  const replace = (title: string, replacement: string): Fix => ({ title, edits: [{ from, to, text: replacement }] });

  const glued = gluedAt(address);
  if (glued !== undefined) {
    const first = address.slice(0, glued);
    const second = address.slice(glued);
    yield found('Two addresses are glued together here.', undefined, [
      replace(`Keep ${hostOf(second)}`, second),
      replace(`Keep ${hostOf(first)}`, withoutEnd(first, /(?:%20|\\?\*|\s)+$/)),
    ]);
    return;
  }
  if (isEditorPage(address)) {
    yield found('This is the page of an editor, which readers cannot open.');
    return;
  }
  const mended = mendScheme(hasTitle(address) ? address : trimJunk(address), cited);
  if (mended !== undefined && mended !== address) {
    const edits: Edit[] = [{ from, to, text: mended }];
    yield found(reason(address, mended), { title: `Change the address to ${shorten(mended)}`, edits });
  } else if (mended === undefined) {
    yield found(
      /\s/.test(address) ? 'Words stand here instead of an address.' : `"${shorten(address)}" is not an address.`,
    );
  } else if (/\s/.test(withoutAnchor(address)) && !hasTitle(address)) {
    yield found('A space breaks this address.');
  }
}

/** Where a second address starts that is not a part of the first one, as the address of an archived page is. */
function gluedAt(address: string): number | undefined {
  for (const match of address.matchAll(/https?:\/\//gi)) {
    const before = address.slice(Math.max(0, match.index - 3), match.index);
    if (match.index <= 8) continue;
    if (/(?:[\p{L}\d)-]|%20|\*|\s)$/u.test(before)) return match.index;
    if (before.endsWith('/') && !KEEPS_PAGES.test(address)) return match.index;
  }
  return undefined;
}

/** Hosts whose pages are those of others, with the other's address in their own. */
const KEEPS_PAGES =
  /^https?:\/\/(?:[^/]*(?:archiv|cache|proxy|translat)[^/]*|(?:[\w-]+\.)*(?:12ft\.io|outline\.com|perma\.cc|webcitation\.org|ampproject\.org))\//i;

/** Without the quotes, commas and blanks that came along from where the address was copied. */
function trimJunk(address: string): string {
  // Some addresses are made of headlines and end with a quotation in apostrophes.
  if (address.endsWith("'") && address.indexOf("'") < address.length - 1) return address;
  const start = address.replace(/^["'“”‘’<\s/.,;:|-]+(?=h?ttps?:)/, '');
  const closed = /[\]}]$/.test(start) && !/[[{]/.test(start) ? start.slice(0, -1) : start; // the key beside the bracket's
  return withoutEnd(closed, /(?:["'“”‘’<>,;|\s]|\\?\*|\u200b|%20|%22|%E2%80%9D)+$/).replace(/(?<=[\w/])\.$/, '');
}

/** Without what matches at its end. Looks at a short piece at a time: an expression that ends with `$` starts everywhere. */
function withoutEnd(text: string, end: RegExp): string {
  let to = text.length;
  for (let found = true; found; ) {
    const length = end.exec(text.slice(Math.max(0, to - 60), to))?.[0].length ?? 0;
    to -= length;
    found = length > 0;
  }
  return text.slice(0, to);
}

/** With a scheme: mended where a slip broke it, added where a host is plain to see; undefined where there is no address. */
function mendScheme(address: string, cited: boolean): string | undefined {
  if (/^https?:\/\/(?!https?[:/])[^\s/]/i.test(address)) return address;
  const slip =
    /^(?:h{1,2}t{1,3}p{1,2}s{0,2}|ttps?|htps?)[:;]?(?:\/{1,3}| \/\/|\/ \/)(?=[\w-]+\.)/i.exec(address) ??
    /^https?:\/\/(?=https?:\/\/)/i.exec(address) ??
    /^h?t{1,2}p?s?:?\/{0,2}(?=www\.)/i.exec(address);
  if (slip)
    return address.slice(slip[0].length).replace(/^(?!https?:\/\/)/i, /s/i.test(slip[0]) ? 'https://' : 'http://');
  if (/^(?:\/|#|\.{0,2}\/|mailto:|tel:|sms:|\{\{|%7B%7B)/i.test(address)) return address;
  if (
    /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co|io|news|uk|us|eu|info|tv|me|ca|de|fr|au)(?:[/?#]|$))[^\s]*$/i.test(
      address,
    )
  )
    return `https://${address}`;
  return cited || /\s/.test(address) ? undefined : address;
}

function isEditorPage(address: string): boolean {
  return /^(?:https?:\/\/(?:localhost|127\.0\.0\.1|prose\.io|app\.forestry\.io|app\.cloudcannon\.com)(?=[:/]|$)|file:|about:|blob:|chrome(?:-extension)?:|moz-extension:)/i.test(
    address,
  );
}

/** The anchors that sites make of headlines keep their no-break spaces. */
function withoutAnchor(address: string): string {
  const hash = address.indexOf('#');
  return hash < 0 ? address : address.slice(0, hash) + address.slice(hash).replaceAll('\u00a0', '');
}

function hasTitle(address: string): boolean {
  return /^\S+\s+(?:"[^"]*"|'[^']*')$/.test(address);
}

function reason(before: string, after: string): string {
  if (after.endsWith(before)) return 'This address has no scheme.';
  if (before.endsWith(after)) return 'Something that is no part of the address stands at its start.';
  return after.startsWith(before.slice(0, 8))
    ? 'Something that is no part of the address stands at its end.'
    : 'This address does not start as one.';
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/i.exec(address)?.[1] ?? address;
}

function shorten(address: string): string {
  return address.length > 40 ? `${address.slice(0, 40)}…` : address;
}
