import { findKey, scalarValue } from '../../core/entry/keys.ts';
import { lintEach } from '../../core/lint/lint.ts';
import { formatMinutes } from '../../core/render/targets/readingTime.ts';
import { type Stats, statsOf, totalStats } from '../../core/reports/stats.ts';
import { plural } from '../../core/text/plural.ts';
import { type Command, oneOf, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { lintInputs } from '../newsroom/lintInputs.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';
import { tryReadSource } from '../newsroom/sourceFile.ts';
import { plainJson, plainText } from '../terminal/plainText.ts';

interface Counted {
  readonly path: string;
  readonly title: string | null;
  readonly stats: Stats;
}

/** `daybook stats`: counts of each entry and in total. */
export const stats: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, format: { type: 'string' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const root = findRoot(values.root, positionals, context);
  const settings = loadSettings(root, context.error);
  const sources = findFiles(positionals, root, context, settings).flatMap(
    (file) => tryReadSource(file, root, context.fail) ?? [],
  );
  const newsroom = readNewsroom(root, sources, context, settings);
  const counted: Counted[] = [];
  for (const [input, problems] of lintEach(lintInputs(sources, newsroom, settings.folders), settings.rules)) {
    const { entry, context: ruleContext } = input;
    const title = findKey(entry.frontMatter, 'title');
    counted.push({
      path: ruleContext.path,
      title: title ? scalarValue(entry.text, title) : null,
      stats: statsOf(entry, problems),
    });
  }
  const total = totalStats(counted.map((entry) => entry.stats));
  context.out(format === 'json' ? asJson(counted, total) : asText(counted, total));
  return 0;
};

function asJson(counted: readonly Counted[], total: Stats): string {
  const entries = counted.map(({ path, title, stats: { placeholders, ...figures } }) => ({
    path,
    title,
    ...figures,
    tk: placeholders,
  }));
  const { placeholders, ...figures } = total;
  const all = { entries: counted.length, ...figures, tk: placeholders };
  return `${plainJson(JSON.stringify({ version: 1, entries, total: all }))}\n`;
}

function asText(counted: readonly Counted[], total: Stats): string {
  const lines = counted.map((entry) => `${entry.path}: ${figuresOf(entry.stats)}`);
  if (counted.length !== 1) lines.push(`${plural(counted.length, 'entry', 'entries')}: ${figuresOf(total)}`);
  const width = String(total.outlets[0]?.count ?? 0).length;
  for (const { name, count } of total.outlets.slice(0, MAX_OUTLETS)) {
    lines.push(`  ${String(count).padStart(width)}  ${name}`);
  }
  const more = total.outlets.length - MAX_OUTLETS;
  if (more > 0) lines.push(`  and ${plural(more, 'other outlet')}`);
  return `${lines.map(plainText).join('\n')}\n`;
}

const MAX_OUTLETS = 20;

/** `612 words, 3 min, 5 sections, 1 poll, 14 citations, 9 outlets, 2 TK, 1 error` */
function figuresOf({ words, minutes, items, citations, outlets, placeholders, problems }: Stats): string {
  const parts = [
    plural(words, 'word'),
    `${formatMinutes(minutes)} min`,
    plural(items.sections, 'section'),
    ...(items.polls > 0 ? [plural(items.polls, 'poll')] : []),
    ...(items.bullets > 0 ? [plural(items.bullets, 'bullet')] : []),
    ...(items.notables > 0 ? [plural(items.notables, 'notable')] : []),
    plural(citations, 'citation'),
    plural(outlets.length, 'outlet'),
    ...(placeholders > 0 ? [`${placeholders} TK`] : []),
    ...SEVERITIES.flatMap((severity) => (problems[severity] > 0 ? [plural(problems[severity], severity)] : [])),
  ];
  return parts.join(', ');
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
