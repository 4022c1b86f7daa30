/** Links the email addresses in escaped text, as the extension `autolink` of cmark does. */
export function linkEmailAddresses(text: string): string {
  if (!text.includes('@')) return text;
  return text.replace(EMAIL_ADDRESS, (match: string, scheme = '', domain = '', resource = '') => {
    if (!domain.includes('.') || !/[A-Za-z]$/.test(domain)) return match;
    const rest = scheme === 'xmpp:' ? (/\.*$/.exec(resource)?.[0] ?? '') : resource;
    const address = match.slice(0, match.length - rest.length);
    return `<a href="${scheme === '' ? 'mailto:' : ''}${address}">${address}</a>${rest}`;
  });
}

/** The length of a URL without the punctuation at its end that belongs to the sentence around it. */
export function trimUrl(text: string): number {
  const tag = text.indexOf('<');
  let end = tag < 0 ? text.length : tag;
  let unopened = countOf(text, ')', end) - countOf(text, '(', end);
  while (end > 0) {
    const last = text.charAt(end - 1);
    if (`?!.,:*_~'"`.includes(last)) {
      end--;
    } else if (last === ';') {
      const reference = /&[A-Za-z]+;$/.exec(text.slice(Math.max(0, end - MAX_REFERENCE_CHARS), end));
      end -= reference?.[0].length ?? 1;
    } else if (last === ')' && unopened > 0) {
      end--;
      unopened--;
    } else {
      break;
    }
  }
  return end;
}

function countOf(text: string, character: string, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at++) if (text[at] === character) count++;
  return count;
}

const MAX_REFERENCE_CHARS = 40;

/** An address with the scheme before it, if any, its domain, and what follows after a slash. */
const EMAIL_ADDRESS =
  /(?<![\w.+/-])(mailto:|xmpp:)?[A-Za-z\d.+_-]+@((?:[A-Za-z\d_-]|\.(?=[A-Za-z\d]))+)(?![\w@-])(\/[A-Za-z\d@.]+)?/g;
