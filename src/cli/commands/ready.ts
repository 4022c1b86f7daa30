import { join } from 'node:path';
import { parseEntry } from '../../core/entry/parse.ts';
import { stageOf } from '../../core/files/paths.ts';
import { sitePathCandidates } from '../../core/files/sitePaths.ts';
import { ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { readiness } from '../../core/reports/readiness.ts';
import { CannotRun, type Command, oneOf, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { isFile } from '../newsroom/fileSystem.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { learnNames } from '../newsroom/learnNames.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { loadSiteConfig, readNewsroom } from '../newsroom/readNewsroom.ts';
import { decode, tryReadSource } from '../newsroom/sourceFile.ts';
import { report } from '../report/report.ts';
import type { CheckedEntry } from '../report/types.ts';
import { plainText } from '../terminal/plainText.ts';

/** `daybook ready`: what is left to do before entries can be published. */
export const ready: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, { root: { type: 'string' }, format: { type: 'string' } });
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals.length === 0) throw new CannotRun('ready takes the path of an entry');
  const root = findRoot(values.root, positionals, context);
  const settings = loadSettings(root, context.error);
  const sources = findFiles(positionals, root, context, settings).flatMap(
    (file) => tryReadSource(file, root, context.fail) ?? [],
  );
  const newsroom = readNewsroom(root, sources, context, settings);
  const capitals = learnNames(root, context, settings);
  const hasFile = fileLookup(root);
  const checked = sources.map((source): CheckedEntry => {
    const text = decode(source);
    const stage = stageOf(source.path, text, settings.folders);
    const ruleContext = { ...ruleContextOf(newsroom, source.path, stage), hasFile };
    const problems = readiness(parseEntry(text), ruleContext, settings.rules, capitals);
    return { path: source.path, text, problems, fixed: 0 };
  });
  const isReady = checked.every(({ problems }) => problems.length === 0);
  if (format === 'text' && isReady) context.out(checked.map(({ path }) => `${plainText(path)} is ready.\n`).join(''));
  else context.out(report(checked, format, { colour: context.colour, root }));
  return isReady ? 0 : 1;
};

/** Whether the site has the file at a path. */
function fileLookup(root: string): (path: string) => boolean {
  const { baseUrl } = loadSiteConfig(root).address;
  return (path) => sitePathCandidates(path, baseUrl).some((candidate) => isFile(join(root, candidate)));
}
