import type { Entry } from '../entry/entry.ts';
import { parseEntry } from '../entry/parse.ts';
import { findingsOf } from '../lint/findingsOf.ts';
import { type Finding, type Fix, type Rule, type Severity, severitiesOf } from '../lint/rule.ts';
import { suppressRule } from '../lint/suppress.ts';
import { exampleContext } from './exampleNewsroom.ts';

/** A rule's documentation as Markdown, for `docs/rules/<id>.md` and *Explain Rule*. */
export function rulePage(rule: Rule): string {
  const { id, summary, why, bad, good } = rule;
  const parts = [
    `# ${id}`,
    escapeSentence(summary),
    escapeSentence(why),
    severityTable(rule),
    ...otherSeverities(rule),
    '## Incorrect',
    example(bad, rule.exampleStage),
    ...remedy(rule),
    '## Correct',
    example(good),
    '## Setting',
    `The severity of the rule, in the editor's settings or under \`"rules"\` in the newsroom's \`daybook.json\`: \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`.`,
    codeBlock('json', `"daybook.rules": { "${id}": "off" }`),
    ...suppression(rule),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The list of all rules as Markdown, each linked to its page, for `docs/rules/README.md`. */
export function ruleList(rules: readonly Rule[]): string {
  const rows = rules.map((rule) => {
    const { id, summary } = rule;
    const levels = `${severitiesOf(rule, 'draft')} | ${severitiesOf(rule, 'published')}`;
    return `| [${id}](${id}.md) | ${escapeCell(summary)} | ${levels} | ${remedyKind(rule)} |`;
  });
  return [
    '# Rules',
    '',
    'An entry is a draft until it is in the posts folder. A rule that is *off* can be turned on in the settings. Where a rule has several levels, the first is the usual one, and its page says when the others apply.',
    '',
    '| Rule | Requirement | In drafts | Published | Fix |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function severityTable({ severity }: Rule): string {
  return `| In drafts | Published |\n| --- | --- |\n| ${severity.draft} | ${severity.published} |`;
}

/** When findings have another severity than the usual one, a sentence for each. */
function otherSeverities({ otherSeverities = [] }: Rule): string[] {
  const sentences = otherSeverities.map(({ severity, when }) => `It is ${withArticle(severity)} ${when}.`);
  return sentences.length === 0 ? [] : [escapeSentence(sentences.join(' '))];
}

function withArticle(severity: Severity): string {
  return severity === 'error' ? 'an error' : severity === 'info' ? 'an info' : `a ${severity}`;
}

/** The message for the bad example, with its fix or suggestions. */
function remedy(rule: Rule): string[] {
  const finding = findingInBadExample(rule);
  if (!finding) return [];
  const { message, fix, suggestions = [] } = finding;
  const parts = [`> ${escapeSentence(message)}`];
  if (fix) parts.push(`**Fix:** ${escapeSentence(fix.title)}. *Fix All* applies it too.`);
  if (suggestions.length > 0) parts.push(`**Suggestions:** ${titles(suggestions)}.`);
  if (!fix && suggestions.length === 0) parts.push('There is no fix: only the writer knows what belongs here.');
  return parts;
}

/** How to suppress the rule with a comment; nothing for problems in front matter, which comments cannot suppress. */
function suppression(rule: Rule): string[] {
  const finding = findingInBadExample(rule);
  if (!finding || !suppressRule(parseBadExample(rule), finding.from, rule.id)) return [];
  return [
    'To ignore the rule for one block, put this comment above the block. A quick fix inserts it.',
    codeBlock('markdown', `<!-- daybook-disable-next ${rule.id} -->`),
  ];
}

function titles(fixes: readonly Fix[]): string {
  return fixes.map(({ title }) => escapeSentence(title)).join('; ');
}

function remedyKind(rule: Rule): string {
  const finding = findingInBadExample(rule);
  if (finding?.fix) return 'fix';
  return (finding?.suggestions?.length ?? 0) > 0 ? 'suggestion' : '';
}

function findingInBadExample(rule: Rule): Finding | undefined {
  const [finding] = findingsOf(rule, parseBadExample(rule), exampleContext(rule.exampleStage));
  return finding;
}

function parseBadExample({ bad }: Rule): Entry {
  return parseEntry(bad.replace(/[⟦⟧]/g, ''));
}

/** An example as preformatted HTML, with the span in `⟦…⟧` highlighted. */
function example(marked: string, stage = 'published'): string {
  const html = marked
    .replace(/\n+$/, '')
    .split(/(⟦[^⟧]*⟧)/)
    .map((part) => (part.startsWith('⟦') ? `<mark>${escapeHtml(part.slice(1, -1))}</mark>` : escapeHtml(part)))
    .join('');
  return `${stage === 'draft' ? 'In a draft:\n\n' : ''}<pre><code>${html}</code></pre>`;
}

/** Escapes HTML and replaces invisible characters by their code: `<U+00A0>`. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(INVISIBLE_CHARACTER, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `&lt;U+${code}&gt;`;
    });
}

const INVISIBLE_CHARACTER = /[^\P{C}\n]|[\u00a0\u115f\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/gu;

/** Escapes a sentence for Markdown. Only code in backticks remains markup. */
function escapeSentence(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[\\*_[\]<>|]/g, '\\$&')))
    .join('');
}

function escapeCell(text: string): string {
  return escapeSentence(text).replaceAll('\n', ' ');
}

function codeBlock(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
