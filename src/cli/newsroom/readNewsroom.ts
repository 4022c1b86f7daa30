import { join } from 'node:path';
import { anchorsOfEntry, definitelyHasAnchor, startsWithAnchor } from '../../core/archive/entrySummary.ts';
import { dialectOf } from '../../core/engines/engine.ts';
import { labelOfAnchor } from '../../core/entry/anchor.ts';
import { countdownAt } from '../../core/entry/countdownLines.ts';
import type { Day } from '../../core/entry/day.ts';
import { parseEntry, parseProse } from '../../core/entry/parse.ts';
import { readDay, withCountdowns } from '../../core/entry/readDay.ts';
import type { Folders } from '../../core/files/folders.ts';
import { entryFolderOf, stageOf } from '../../core/files/paths.ts';
import { learnSiteUrl } from '../../core/newsroom/learnSiteUrl.ts';
import { type Newsroom, type NewsroomSettings, newsroomOf } from '../../core/newsroom/newsroom.ts';
import { engineOf, readSiteConfig, type SiteAddress, type SiteConfig } from '../../core/newsroom/siteConfig.ts';
import { siteGeneratorOf } from '../../core/newsroom/siteGenerator.ts';
import type { CitedOutlet } from '../../core/outlets/citedNames.ts';
import { citedOutlets } from '../../core/outlets/citedOutlets.ts';
import { learnOutlets } from '../../core/outlets/outlets.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { isDigit } from '../../core/text/characters.ts';
import { SPACE } from '../../core/text/charCodes.ts';
import { lazy } from '../../core/text/lazy.ts';
import type { CommandContext } from '../command.ts';
import { entriesBelow } from './entryFiles.ts';
import { fileNamesIn, isFile, pathBelow } from './fileSystem.ts';
import { loadSettings } from './loadSettings.ts';
import { decode, readSource, type SourceFile, tryReadSource } from './sourceFile.ts';
import { headOf } from './sourceHead.ts';

/** Reads what the command line needs to know about a newsroom. `alreadyRead` files are not read again. */
export function readNewsroom(
  root: string,
  alreadyRead: readonly SourceFile[],
  { systemZone, error }: CommandContext,
  settings: Settings = loadSettings(root),
  entries: readonly string[] = entriesBelow(root, settings.folders, error),
): Newsroom {
  const { folders, epochs, countdowns, requiredKeys, tracking } = settings;
  const sources = new Map(alreadyRead.map((source) => [source.absolute, source]));
  // A file that cannot be read is reported and left out: it must not stop the command.
  const archive = entries
    .filter((file) => entryFolderOf(pathBelow(root, file), folders) !== undefined)
    .flatMap((file) => sources.get(file) ?? tryReadSource(file, root, error) ?? []);
  for (const source of archive) sources.set(source.absolute, source);
  const days = archive.map((source) => dayOf(source, folders));
  const sourcesByPath = lazy(() => new Map(archive.map((source) => [source.path, source])));
  const config = loadSiteConfig(root);
  const timezone = settings.timezone ?? config.timezone;
  return newsroomOf(days, {
    timezone,
    markdown: dialectOf(engineOf(config, settings.engine)),
    epochs,
    countdowns,
    requiredKeys,
    trackingParameters: tracking,
    ownOutlets: settings,
    outlets: () => learnOutlets(citedOutletsOf(archive, folders)),
    systemZone,
    conventions: settings,
    withCountdowns: (day) => {
      const source = sourcesByPath().get(day.path);
      // Few entries have any, and only those are decoded.
      return source && mayHaveCountdowns(source) ? withCountdowns(day, parseProse(decode(source))) : day;
    },
    ...anchorLookup(root, sources),
  });
}

/** Whether there may be a count of days to an event, judging by the bytes. */
function mayHaveCountdowns({ bytes }: SourceFile): boolean {
  for (let at = bytes.indexOf('day'); at >= 0; at = bytes.indexOf('day', at + 3)) {
    if (bytes[at - 1] !== SPACE || !isDigit(bytes[at - 2] ?? 0)) continue;
    const from = Math.max(0, at - COUNTDOWN_BYTES);
    const near = bytes.toString('latin1', from, at + COUNTDOWN_BYTES);
    if (countdownAt(near, { from: 0, to: near.length }, at - 1 - from)) return true;
  }
  return false;
}

/** More than the words of a countdown take on either side of its number, since all bytes count as characters. */
const COUNTDOWN_BYTES = 500;

/** What the published entries cite. Searches bytes as Latin-1 and decodes only the few names that are not ASCII. */
function citedOutletsOf(archive: readonly SourceFile[], folders: Folders): CitedOutlet[] {
  return citedOutlets(latin1TextsOf(archive, folders)).map((cited) =>
    NOT_ASCII.test(cited.outlet) ? { ...cited, outlet: Buffer.from(cited.outlet, 'latin1').toString() } : cited,
  );
}

function* latin1TextsOf(archive: readonly SourceFile[], folders: Folders): Generator<string> {
  for (const { path, bytes } of archive) if (entryFolderOf(path, folders) === 'posts') yield bytes.toString('latin1');
}

const NOT_ASCII = /[\x80-\xff]/;

/** Looks up anchors in earlier entries. An entry is read when a link first leads to it. */
function anchorLookup(
  root: string,
  sources: ReadonlyMap<string, SourceFile>,
): Pick<NewsroomSettings, 'hasAnchor' | 'anchorsOf'> {
  const byPath = new Map(Array.from(sources.values(), (source) => [source.path, source]));
  const anchors = new Map<string, readonly string[]>();
  const sourceAt = (path: string): SourceFile => byPath.get(path) ?? readSource(join(root, path), root);
  return {
    hasAnchor(path, anchor) {
      const source = sourceAt(path);
      const label = labelOfAnchor(anchor);
      if (label === undefined) return definitelyHasAnchor(decode(source), anchor);
      // If the anchor names the item's number, only the beginning of that item is decoded.
      const at = source.bytes.indexOf(`\n${label}`) + 1;
      return at > 0 && startsWithAnchor(source.bytes.toString('utf8', at, at + ITEM_START_BYTES), anchor);
    },
    anchorsOf(path) {
      const known = anchors.get(path);
      if (known) return known;
      const found = anchorsOfEntry(parseEntry(decode(sourceAt(path))));
      if (found) anchors.set(path, found);
      return found;
    },
  };
}

/** More than an anchor takes from the beginning of an item. */
const ITEM_START_BYTES = 500;

/** Reads the site's `_config.yml`; without one, looks for the configuration of another generator. */
export function loadSiteConfig(root: string): SiteConfig {
  const config = join(root, CONFIG_FILE);
  return isFile(config)
    ? readSiteConfig(decode(readSource(config, root)))
    : readSiteConfig('', siteGeneratorOf(fileNamesIn(root)));
}

/** Where the site is: as its `_config.yml` says or, in a folder of entries without one, as the links between the entries show. */
export function loadSiteAddress(root: string, { error }: CommandContext): SiteAddress {
  if (isFile(join(root, CONFIG_FILE))) return loadSiteConfig(root).address;
  const { folders } = loadSettings(root);
  const published = entriesBelow(root, folders, error).filter(
    (file) => entryFolderOf(pathBelow(root, file), folders) === 'posts',
  );
  const siteUrl = learnSiteUrl(
    published.map((path) => ({
      path: pathBelow(root, path),
      readText: () => tryReadSource(path, root, () => {})?.bytes.toString('latin1') ?? '',
    })),
  );
  return siteUrl === undefined ? {} : { siteUrl };
}

const CONFIG_FILE = '_config.yml';

function dayOf(source: SourceFile, folders: Folders): Day {
  const isDraft = stageOf(source.path, () => decode(source), folders) === 'draft';
  return readDay(headOf(source), source.path, isDraft);
}
