import type { Link } from '../entry/entry.ts';
import { literalsTouching, MASK } from '../entry/literals.ts';
import { isWhitespaceOrThinSpace } from '../text/characters.ts';
import { CLOSE_PAREN, OPEN_PAREN } from '../text/charCodes.ts';
import type { Edit, Span } from '../text/text.ts';
import { blockAt, indexOfLastStart, linkAround } from './prose.ts';
import type { Finding, Fix, Rule, RuleEntry } from './rule.ts';

/**
 * The findings without the fixes that would change something that is not prose, and without those that lie inside such a part. An edit may
 * replace a protected part together with the text around it if it writes the part again as it was.
 */
export function withoutHarm(
  entry: RuleEntry,
  findings: readonly Finding[],
  reaches: Rule['reaches'] = [],
): readonly Finding[] {
  if (entry.literals.length === 0 && reaches.includes('address')) return findings; // nothing is out of reach
  const checked = new Map<Fix, boolean>(); // findings may share a fix
  const isHarmless = (fix: Fix): boolean => {
    const known = checked.get(fix);
    if (known !== undefined) return known;
    const result = fix.edits.every((edit) => isHarmlessEdit(entry, edit, fix.edits, reaches));
    checked.set(fix, result);
    return result;
  };
  return findings.flatMap((finding) => {
    if (finding.from < entry.body.from) return finding; // the front matter has no such parts
    const parts = protectedParts(entry, finding, reaches);
    if (parts.some(({ from, to }) => from <= finding.from && finding.to <= to)) return [];
    const { fix, suggestions } = finding;
    const harmlessSuggestions = suggestions?.filter(isHarmless);
    const isFixHarmless = !fix || isHarmless(fix);
    if (isFixHarmless && harmlessSuggestions?.length === suggestions?.length) return finding; // nearly always
    const { fix: _, ...rest } = finding;
    return {
      ...rest,
      ...(fix && isFixHarmless && { fix }),
      ...(harmlessSuggestions && { suggestions: harmlessSuggestions }),
    };
  });
}

function isHarmlessEdit(
  entry: RuleEntry,
  edit: Edit,
  edits: readonly Edit[],
  reaches: NonNullable<Rule['reaches']>,
): boolean {
  if (edit.text.includes(MASK)) return false; // made of masked text
  return protectedParts(entry, edit, reaches).every((part) => isKept(entry.source, edit, edits, part));
}

/** Whether an edit replaces the whole part, and this or another edit of the fix writes it again. */
function isKept(source: string, { from, to }: Edit, edits: readonly Edit[], part: Span): boolean {
  const written = source.slice(part.from, part.to);
  return from <= part.from && part.to <= to && edits.some(({ text }) => text.includes(written));
}

/** The parts out of reach that share a character with the span, or have an empty span inside. */
function protectedParts(entry: RuleEntry, span: Span, reaches: NonNullable<Rule['reaches']>): readonly Span[] {
  const parts: Span[] =
    entry.literals.length === 0
      ? []
      : literalsTouching(entry.literals, span).filter(({ kind }) => !reaches.includes(kind));
  if (reaches.includes('address')) return parts;
  parts.push(...validAddresses(entry, span));
  const bare = bareAddressAround(entry, span);
  if (bare) parts.push(bare);
  return parts;
}

function validAddresses(entry: RuleEntry, span: Span): Span[] {
  const links = blockAt(entry, span.from)?.links ?? [];
  const parts: Span[] = [];
  for (let index = Math.max(0, indexOfLastStart(links, span.from)); index < links.length; index++) {
    const link = links[index];
    if (!link || link.from >= span.to + (span.from === span.to ? 1 : 0)) break;
    if (link.to <= span.from) continue;
    const destination = destinationOf(entry.source, link);
    if (overlaps(destination, span) && isValidDestination(entry.source, link)) parts.push(destination);
  }
  return parts;
}

/** The address with its angle brackets and the title after it. */
function destinationOf(source: string, { address, to }: Link): Span {
  const from = source.charAt(address.from - 1) === '<' ? address.from - 1 : address.from;
  const rest = source.slice(address.to, to);
  const afterAddress = rest.slice(0, Math.max(0, rest.lastIndexOf(')'))).trimEnd();
  return { from, to: address.to + afterAddress.length };
}

function overlaps(part: Span, { from, to }: Span): boolean {
  return from === to ? part.from < from && from < part.to : part.from < to && from < part.to;
}

/** Whether a link has a destination that a browser can open as it is. */
function isValidDestination(source: string, { form, address }: Link): boolean {
  return form === 'whole' && VALID_DESTINATION.test(source.slice(address.from, address.to));
}

const VALID_DESTINATION = /^(?:https?:\/\/[^\s/<>]+|\/|#|mailto:|\.{0,2}\/)[^\s<>]*$/i;

/** The address, written as plain text and not as a link, that surrounds the start of the span. */
function bareAddressAround(entry: RuleEntry, span: Span): Span | undefined {
  const { text } = entry;
  let start = span.from;
  while (start > 0 && span.from - start < MAX_ADDRESS_CHARS && !endsAddress(text.charCodeAt(start - 1))) start--;
  if (span.from - start < MIN_ADDRESS_CHARS) return undefined;
  const address = text.slice(start, span.from).search(/https?:\/\/|www\./i);
  if (address < 0) return undefined;
  const from = start + address;
  if (linkAround(entry, from)) return undefined;
  const to = from + endOfBareAddress(text.slice(from, span.from + MAX_ADDRESS_CHARS));
  return overlaps({ from, to }, span) ? { from, to } : undefined;
}

/** Parentheses in an address balance, and the punctuation at its end is that of the sentence. */
function endOfBareAddress(text: string): number {
  let depth = 0;
  let to = 0;
  for (; to < text.length && !endsAddress(text.charCodeAt(to)); to++) {
    const code = text.charCodeAt(to);
    if (code === OPEN_PAREN) depth++;
    else if (code === CLOSE_PAREN && depth-- === 0) break;
  }
  while (to > 0 && ".,;:!?'*_".includes(text.charAt(to - 1))) to--;
  return to;
}

/** Whitespace, an angle or square bracket, a quotation mark or `|`. */
function endsAddress(code: number): boolean {
  return isWhitespaceOrThinSpace(code) || ADDRESS_ENDS.includes(code);
}

const ADDRESS_ENDS = [...'<>[]"“”|'].map((char) => char.charCodeAt(0));

const MAX_ADDRESS_CHARS = 2000;

/** The length of `www.`. */
const MIN_ADDRESS_CHARS = 4;
