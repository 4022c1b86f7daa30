import type { Entry, FrontMatter, Key } from '../../entry/entry.ts';
import { isToml, readFrontMatterValues, type YamlFault, yamlFaultIn } from '../../entry/yaml.ts';
import { LINE_FEED, SPACE } from '../../text/charCodes.ts';
import { lineBreakOf } from '../../text/lineBounds.ts';
import { cutByCommentFinding } from '../frontMatter/cutByComment.ts';
import { invalidValueFinding } from '../frontMatter/invalidValue.ts';
import { keepingOtherValues } from '../frontMatter/keepsOtherValues.ts';
import { misplacedKeyFinding } from '../frontMatter/misplacedKey.ts';
import { isSafeValue } from '../frontMatter/safeValue.ts';
import { tabFindings } from '../frontMatter/tabs.ts';
import { tomlToYaml } from '../frontMatter/tomlToYaml.ts';
import { unopenedQuote } from '../frontMatter/unopenedQuote.ts';
import { isPlaceholder, isQuote } from '../frontMatter/yamlScalar.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

export const frontMatter: Rule = {
  id: 'front-matter',
  summary:
    'The front matter is valid YAML between two lines of "---", the first of which is the first line of the file.',
  why: 'A single missing apostrophe costs an entry its title, date and description: inside single quotes, an apostrophe is written twice (\'\'). Tabs for indentation, a key without a space after its colon and a " #" in a text without quotes break or shorten a value as well. A language after the opening fence is refused and never run; so is TOML between lines of "+++".',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [{ severity: 'warning', when: 'if the site reads the front matter, but not as it was meant' }],
  bad: "---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: ⟦'\"There's no way.\"'⟧\n---\n",
  good: "---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\ndescription: '\"There''s no way.\"'\n---\n",
  check(entry) {
    const findings: Finding[] = [];
    const { text, frontMatter: matter } = entry;
    if (!matter) return findings;
    if (isToml(entry)) return [tomlFinding(entry, matter)];
    if (matter.language) {
      findings.push(languageFinding(entry, matter.language.from, matter.language.to));
      return keepingOtherValues(entry, findings);
    }
    if (matter.from > 0) findings.push(lateStartFinding(matter));
    const fenceFault = closingFinding(text, matter);
    const tabs = tabFindings(text, matter);
    const valueFaults = faultsOfValues(entry, matter, tabs.length > 0);
    for (const finding of tabs)
      findings.push(...(finding.fix || !matter.close ? keepingOtherValues(entry, [finding]) : [finding]));
    if (valueFaults.length > 0) findings.push(...keepingOtherValues(entry, valueFaults));
    if (fenceFault) findings.push(fenceFault);
    return findings;
  },
};

function languageFinding({ text }: Entry, from: number, to: number): Finding {
  const language = text.slice(from, to);
  const finding = { from, to, message: `"${language}" after the opening "---": front matter is plain YAML.` };
  if (language.toLowerCase() !== 'yaml') return finding;
  const fix: Fix = { title: 'Remove "yaml"', edits: [{ from: text.lastIndexOf('---', from) + 3, to, text: '' }] };
  return { ...finding, fix };
}

/** Hugo reads TOML, but Daybook does not. */
function tomlFinding(entry: Entry, matter: FrontMatter): Finding {
  const { from, to } = matter.language ?? matter;
  const edits = tomlToYaml(entry, matter);
  const message = 'Front matter in TOML is not supported: expected YAML between two lines of "---".';
  return { from, to, message, ...(edits && { suggestions: [{ title: 'Convert to YAML', edits }] }) };
}

/** The site reads front matter only if nothing comes before it. */
function lateStartFinding({ from }: FrontMatter): Finding {
  return {
    from,
    to: from + 3,
    message: 'Blank line or space before the front matter: the site does not read it.',
    fix: { title: 'Move it to the start of the file', edits: [{ from: 0, to: from, text: '' }] },
  };
}

/** Reports front matter that is not closed, or not by `---`. */
function closingFinding(text: string, { content, close }: FrontMatter): Finding | undefined {
  if (!close) {
    const { to } = content;
    const edits = [{ from: to, to, text: `${lineBreakOf(text)}---` }];
    return {
      from: 0,
      to: Math.min(3, text.length),
      message: 'Missing "---" at the end of the front matter.',
      suggestions: [{ title: 'Close the front matter', edits }],
    };
  }
  if (text.startsWith('---', close.from)) return undefined;
  return {
    ...close,
    message: 'The front matter ends with "...": expected "---".',
    severity: 'warning',
    suggestions: [{ title: 'End with "---"', edits: [{ ...close, text: '---' }] }],
  };
}

/** Reports what is wrong with the keys and their values. A fault that a tab causes has already been reported if `hasTab` is set. */
function faultsOfValues(entry: Entry, matter: FrontMatter, hasTab: boolean): readonly Finding[] {
  const { text } = entry;
  const findings = keyFindings(entry, matter.keys, hasTab);
  if (findings.length > 0 || hasTab || isAllKeys(entry)) return findings; // each key is valid by itself

  const values = readFrontMatterValues(entry);
  if (values.ok || !matter.close) return findings;
  const line = lineAround(text, values.offset, matter.content.from, matter.content.to);
  findings.push({ ...line, message: `Invalid YAML: ${values.message}.` });
  return findings;
}

/** Checks each key on its own, since a YAML parser stops at the first error. */
function keyFindings(entry: Entry, keys: readonly Key[], hasTab: boolean): Finding[] {
  const { text } = entry;
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let isWholeValid: boolean | undefined;
  for (const key of keys) {
    const seenBefore = seen.size;
    const isDuplicate = seen.add(key.name).size === seenBefore;
    if (!isDuplicate && isOrdinary(text, key)) continue;
    const misplaced = misplacedKeyFinding(text, key, keys);
    if (misplaced) findings.push(misplaced);
    if (isDuplicate) {
      findings.push({ ...key.nameSpan, message: `Duplicate key "${key.name}".` });
    } else {
      const fault = isSafeValue(text, key) ? undefined : faultOf(text, key);
      const cut = cutByCommentFinding(text, key);
      if (cut) {
        findings.push(cut);
      } else if (!fault) {
        const stray = unopenedQuote(text, key);
        if (stray) findings.push(stray);
      } else if (!isReportedByDate(text, key) && !(hasTab && / tab |tab char/.test(fault.message))) {
        // An alias is valid only together with the key that defines its anchor.
        isWholeValid ??= readFrontMatterValues(entry).ok;
        if (!isWholeValid && !isKnownAlias(text, key, keys)) findings.push(invalidValueFinding(text, key, fault));
      }
    }
  }
  return findings;
}

/**
 * A cheap check that rules out nearly all keys: at the start of its line, with a space after its colon, without a comment, and with a value
 * that is obviously valid and has no quotation mark at its end alone.
 */
function isOrdinary(text: string, key: Key): boolean {
  const { from, to } = key.value;
  if (to !== key.to || (key.from > 0 && text.charCodeAt(key.from - 1) !== LINE_FEED)) return false;
  if (from === to) return true;
  if (text.charCodeAt(from - 1) > SPACE || (isQuote(text.charAt(to - 1)) && !isQuote(text.charAt(from)))) return false;
  return isSafeValue(text, key);
}

/** What is wrong with the key and its value. The offset is in the text. */
function faultOf(text: string, { name, nameSpan, value, to }: Key): YamlFault | undefined {
  const afterColon = text.indexOf(':', nameSpan.to) + 1;
  const space = value.from === afterColon ? ' ' : ''; // that it lacks is another fault
  const source = `${name}:${space}${text.slice(afterColon, to)}`;
  const fault = yamlFaultIn(source);
  return fault && { ...fault, offset: to - (source.length - fault.offset) };
}

/** Whether the value is an alias, and an earlier key has its anchor. */
function isKnownAlias(text: string, { value }: Key, keys: readonly Key[]): boolean {
  const alias = /^\*([^\s[\]{},]+)$/.exec(text.slice(value.from, value.to))?.[1];
  if (alias === undefined) return false;
  return keys.some((key) => key.to <= value.from && text.slice(key.value.from, key.value.to).includes(`&${alias}`));
}

/** Whether the `date` rule reports the value. That rule ignores placeholders. */
function isReportedByDate(text: string, { name, value }: Key): boolean {
  return name === 'date' && !isPlaceholder(text, value);
}

/** Whether the front matter consists of nothing but the lines of its keys. */
function isAllKeys({ text, frontMatter: matter }: Entry): boolean {
  let at = matter?.content.from ?? 0;
  for (const key of matter?.keys ?? []) {
    if (key.from > at + 2 && text.slice(at, key.from).trim() !== '') return false;
    at = key.to;
  }
  return at >= (matter?.content.to ?? 0);
}

function lineAround(text: string, at: number, low: number, high: number): { from: number; to: number } {
  const from = Math.max(low, text.lastIndexOf('\n', at - 1) + 1);
  const end = text.indexOf('\n', at);
  const to = Math.min(high, end < 0 ? text.length : end);
  return from < to ? { from, to } : { from: low, to: high };
}
