import type { Entry } from '../entry/entry.ts';
import { parseEntry } from '../entry/parse.ts';
import type { Finding, Fix, Rule } from '../lint/rule.ts';
import { silence } from '../lint/suppress.ts';
import { exampleContext } from './exampleNewsroom.ts';

/** A rule's documentation as Markdown: `docs/rules/<id>.md`, and what *Explain Rule* shows. */
export function rulePage(rule: Rule): string {
  const { id, summary, why, bad, good } = rule;
  const parts = [
    `# ${id}`,
    inText(summary),
    inText(why),
    severityTable(rule),
    '## An entry with the fault',
    example(bad, rule.exampleStage),
    ...remedy(rule),
    '## The same entry without it',
    example(good),
    '## Setting',
    `How loud the rule is, in the editor's settings or as \`"rules"\` in the newsroom's \`daybook.json\`: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`.`,
    fenced('json', `"daybook.rules": { "${id}": "off" }`),
    ...silencing(rule),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The list of all rules as Markdown, each linked to its page: `docs/rules/README.md`. */
export function ruleList(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => {
    const { id, summary, severity } = rule;
    return `| [${id}](${id}.md) | ${inCell(summary)} | ${severity.draft} | ${severity.published} | ${help(rule)} |`;
  });
  return [
    '# The rules',
    '',
    'An entry is a draft until it lies among the posts. A rule that is *off* is turned on by a setting.',
    '',
    '| rule | asks that | in a draft | published | help |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function severityTable({ severity }: Rule): string {
  return `| in a draft | published |\n| --- | --- |\n| ${severity.draft} | ${severity.published} |`;
}

/** What Daybook says of the bad example, and what it does or offers. */
function remedy(rule: Rule): string[] {
  const finding = findingOf(rule);
  if (!finding) return [];
  const { message, fix, suggestions = [] } = finding;
  const parts = [`> ${inText(message)}`];
  if (fix) parts.push(`**Fix:** ${inText(fix.title)}. *Fix All* makes it too.`);
  if (suggestions.length > 0) parts.push(`**Offered:** ${listed(suggestions)}.`);
  if (!fix && suggestions.length === 0) parts.push('What should stand there only the writer knows.');
  return parts;
}

/** A comment stands before a block: what the front matter has is not silenced by one. */
function silencing(rule: Rule): string[] {
  const finding = findingOf(rule);
  if (!finding || !silence(entryOf(rule), finding.from, rule.id)) return [];
  return [
    'A comment silences the rule for the block behind it; a quick fix writes it.',
    fenced('markdown', `<!-- daybook-disable-next ${rule.id} -->`),
  ];
}

function listed(fixes: readonly Fix[]): string {
  return fixes.map(({ title }) => inText(title)).join('; ');
}

function help(rule: Rule): string {
  const finding = findingOf(rule);
  if (finding?.fix) return 'fix';
  return (finding?.suggestions?.length ?? 0) > 0 ? 'offer' : '';
}

function findingOf(rule: Rule): Finding | undefined {
  const [finding] = rule.check(entryOf(rule), exampleContext(rule.exampleStage));
  return finding;
}

function entryOf({ bad }: Rule): Entry {
  return parseEntry(bad.replace(/[⟦⟧]/g, ''));
}

/** The text as it stands, what `⟦…⟧` marks highlighted. */
function example(marked: string, stage = 'published'): string {
  const html = marked
    .replace(/\n+$/, '')
    .split(/(⟦[^⟧]*⟧)/)
    .map((part) => (part.startsWith('⟦') ? `<mark>${inHtml(part.slice(1, -1))}</mark>` : inHtml(part)))
    .join('');
  return `${stage === 'draft' ? 'In a draft:\n\n' : ''}<pre><code>${html}</code></pre>`;
}

/** What cannot be seen is named by its code. */
function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(UNSEEN, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `&lt;U+${code}&gt;`;
    });
}

const UNSEEN = /[^\P{C}\n]|[\u00a0\u115f\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

/** A sentence on the page: nothing in it is markup there but code between backticks. */
function inText(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[\\*_[\]<>|]/g, '\\$&')))
    .join('');
}

function inCell(text: string): string {
  return inText(text).replaceAll('\n', ' ');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
