import { keyOf, scalar } from '../../core/entry/frontMatter.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { stageOf } from '../../core/files/paths.ts';
import { lint } from '../../core/lint/lint.ts';
import { numbered } from '../../core/lint/tally.ts';
import { ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { formatMinutes, type Stats, statsOf, totalOf } from '../../core/reports/stats.ts';
import { type Command, oneOf, parseArguments } from '../command.ts';
import { filesOf, readNewsroom, readSource, rootOf, textOf } from '../newsroom/files.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';

interface Counted {
  readonly path: string;
  readonly title: string | null;
  readonly stats: Stats;
}

/** `daybook stats`: entries in figures, each and all together. */
export const stats: Command = (args, surface) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, format: { type: 'string' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const root = rootOf(values.root, positionals, surface);
  const settings = settingsOf(root, surface.error);
  const sources = filesOf(positionals, root, surface, settings).map((file) => readSource(file, root));
  const newsroom = readNewsroom(root, sources, surface, settings);
  const counted = sources.map((source): Counted => {
    const text = textOf(source);
    const entry = parseEntry(text);
    const surroundings = ruleContextOf(newsroom, source.path, stageOf(source.path, text, settings.folders));
    const title = keyOf(entry.frontMatter, 'title');
    const problems = lint(entry, surroundings, settings.rules);
    return { path: source.path, title: title ? scalar(text, title) : null, stats: statsOf(entry, problems) };
  });
  const total = totalOf(counted.map((entry) => entry.stats));
  surface.out(format === 'json' ? asJson(counted, total) : asText(counted, total));
  return 0;
};

function asJson(counted: readonly Counted[], total: Stats): string {
  const entries = counted.map(({ path, title, stats: { toCome, ...figures } }) => ({
    path,
    title,
    ...figures,
    tk: toCome,
  }));
  const { toCome, ...figures } = total;
  return `${JSON.stringify({ version: 1, entries, total: { entries: counted.length, ...figures, tk: toCome } })}\n`;
}

function asText(counted: readonly Counted[], total: Stats): string {
  const lines = counted.map((entry) => `${entry.path}: ${figuresOf(entry.stats)}`);
  if (counted.length !== 1) lines.push(`${numbered(counted.length, 'entry', 'entries')}: ${figuresOf(total)}`);
  const width = String(total.outlets[0]?.count ?? 0).length;
  for (const { name, count } of total.outlets.slice(0, MOST_OUTLETS)) {
    lines.push(`  ${String(count).padStart(width)}  ${name}`);
  }
  const more = total.outlets.length - MOST_OUTLETS;
  if (more > 0) lines.push(`  and ${numbered(more, 'other outlet')}`);
  return `${lines.join('\n')}\n`;
}

const MOST_OUTLETS = 20;

/** `612 words, 3 min, 5 sections, 1 poll, 14 citations, 9 outlets, 2 TK, 1 error` */
function figuresOf({ words, minutes, items, citations, outlets, toCome, problems }: Stats): string {
  const parts = [
    numbered(words, 'word'),
    `${formatMinutes(minutes)} min`,
    numbered(items.sections, 'section'),
    ...(items.polls > 0 ? [numbered(items.polls, 'poll')] : []),
    ...(items.bullets > 0 ? [numbered(items.bullets, 'bullet')] : []),
    ...(items.notables > 0 ? [numbered(items.notables, 'notable')] : []),
    numbered(citations, 'citation'),
    numbered(outlets.length, 'outlet'),
    ...(toCome > 0 ? [`${toCome} TK`] : []),
    ...SEVERITIES.flatMap((severity) => (problems[severity] > 0 ? [numbered(problems[severity], severity)] : [])),
  ];
  return parts.join(', ');
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
