import { transcode } from 'node:buffer';
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { anchorsOfEntry, plainlyHas } from '../../core/archive/summary.ts';
import { labelOf } from '../../core/entry/anchor.ts';
import type { Day } from '../../core/entry/day.ts';
import { parseFrontMatter } from '../../core/entry/frontMatter.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { readDay } from '../../core/entry/readDay.ts';
import { FOLDERS, type Folders, folderOf, isMarkdown } from '../../core/files/paths.ts';
import { type Newsroom, newsroomOf, readSiteConfig, type SiteConfig } from '../../core/newsroom/newsroom.ts';
import { citedIn } from '../../core/outlets/citedIn.ts';
import { type CitedOutlet, learnOutlets } from '../../core/outlets/outlets.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { NEWSROOM_FILE } from '../../core/settings/settingsFile.ts';
import { CannotRun, type CommandContext, reasonOf } from '../command.ts';
import { settingsOf } from './loadSettings.ts';

/** A file that a command was asked to look at. */
export interface SourceFile {
  readonly absolute: string;
  /** Below the root, with `/`; absolute where the file lies outside it. */
  readonly path: string;
  /** As they lie on the disk: an archive is decoded entry by entry, when one is looked at. */
  readonly bytes: Buffer;
}

/**
 * The root of the newsroom: where `--root` says, else the nearest folder above the first path that holds entries, else
 * the current one.
 */
export function rootOf(root: string | undefined, paths: readonly string[], { cwd }: CommandContext): string {
  if (root !== undefined) {
    const folder = resolve(cwd, root);
    if (!isFolder(folder)) throw new CannotRun(`there is no folder ${root}`);
    return folder;
  }
  const first = paths[0];
  if (first === undefined) return cwd;
  for (let folder = resolve(cwd, first); ; folder = dirname(folder)) {
    if (isFolder(join(folder, FOLDERS.posts)) || isFolder(join(folder, FOLDERS.drafts))) return folder;
    if (isFile(join(folder, NEWSROOM_FILE))) return folder; // its folders may have other names
    if (dirname(folder) === folder) return cwd;
  }
}

/** The files that paths name, each once; without any path, the entries below the root. */
export function filesOf(
  paths: readonly string[],
  root: string,
  { cwd }: CommandContext,
  { folders }: Settings = settingsOf(root),
): string[] {
  if (paths.length === 0) return entriesBelow(root, folders);
  const files = new Set<string>();
  for (const path of paths) {
    const absolute = [resolve(cwd, path), resolve(root, path)].find(existsSync);
    if (absolute === undefined) throw new CannotRun(`there is no ${path}`);
    for (const file of isFolder(absolute) ? entriesBelow(absolute, folders) : [absolute]) files.add(file);
  }
  return [...files];
}

export function readSource(absolute: string, root: string): SourceFile {
  try {
    return { absolute, path: pathBelow(root, absolute), bytes: readFileSync(absolute) };
  } catch (error) {
    throw new CannotRun(`cannot read ${pathBelow(root, absolute)}: ${reasonOf(error)}`);
  }
}

/** What the entries and the site's configuration below the root say of its days. */
export function readNewsroom(
  root: string,
  known: readonly SourceFile[],
  { systemZone, error }: CommandContext,
  settings: Settings = settingsOf(root),
  entries: readonly string[] = entriesBelow(root, settings.folders),
): Newsroom {
  const { folders, epochs, countdowns, requiredKeys, tracking } = settings;
  const sources = new Map(known.map((source) => [source.absolute, source]));
  // What cannot be read is said, and is missed: one entry is no reason to refuse all others.
  const archive = entries
    .filter((file) => folderOf(pathBelow(root, file), folders) !== undefined)
    .flatMap((file) => sources.get(file) ?? readIfThere(file, root, error) ?? []);
  for (const source of archive) sources.set(source.absolute, source);
  const days = archive.map((source) => dayOf(source, folders));
  const timezone = settings.timezone ?? readConfig(root).timezone;
  return newsroomOf(days, {
    timezone,
    epochs,
    countdowns,
    requiredKeys,
    tracking,
    ownOutlets: settings,
    outlets: () => learnOutlets(citedInAll(archive, folders)),
    systemZone,
    ...linksBelow(root, sources),
  });
}

/** What the published entries cite. They are looked through byte by byte, and but the few names that are not ASCII decoded. */
function citedInAll(archive: readonly SourceFile[], folders: Folders): CitedOutlet[] {
  return citedIn(asLatin(archive, folders)).map((cited) =>
    NOT_ASCII.test(cited.outlet) ? { ...cited, outlet: Buffer.from(cited.outlet, 'latin1').toString() } : cited,
  );
}

function* asLatin(archive: readonly SourceFile[], folders: Folders): Generator<string> {
  for (const { path, bytes } of archive) if (folderOf(path, folders) === 'posts') yield bytes.toString('latin1');
}

const NOT_ASCII = /[\x80-\xff]/;

/** The file; undefined where it cannot be read, of which a line is said. */
export function readIfThere(absolute: string, root: string, error: CommandContext['error']): SourceFile | undefined {
  try {
    return readSource(absolute, root);
  } catch (reason) {
    if (!(reason instanceof CannotRun)) throw reason;
    error(reason.message);
    return undefined;
  }
}

/** Where links to earlier entries lead; an entry is read when one leads to it. */
function linksBelow(root: string, sources: ReadonlyMap<string, SourceFile>): Pick<Newsroom, 'leadsTo' | 'anchors'> {
  const byPath = new Map(Array.from(sources.values(), (source) => [source.path, source]));
  const sourceAt = (path: string): SourceFile => byPath.get(path) ?? readSource(join(root, path), root);
  return {
    leadsTo(path, anchor) {
      const source = sourceAt(path);
      const label = labelOf(anchor);
      if (label === undefined) return plainlyHas(textOf(source), anchor);
      // Of an item that its number tells, nothing but the beginning is decoded.
      const at = source.bytes.indexOf(`\n${label}`);
      return at >= 0 && plainlyHas(source.bytes.toString('utf8', at, at + BEGINNING), anchor);
    },
    anchors: (path) => anchorsOfEntry(parseEntry(textOf(sourceAt(path)))),
  };
}

/** So many bytes hold more than an anchor takes of an item. */
const BEGINNING = 500;

/** The site's `_config.yml`; nothing is known where there is none. */
export function readConfig(root: string): SiteConfig {
  const config = join(root, '_config.yml');
  return readSiteConfig(isFile(config) ? textOf(readSource(config, root)) : '');
}

/** The file as a string, a byte that is no UTF-8 as U+FFFD. */
export function textOf({ bytes }: SourceFile): string {
  try {
    return transcode(bytes, 'utf8', 'utf16le').toString('utf16le'); // a third of the time that decoding as usual takes
  } catch {
    return bytes.toString('utf8');
  }
}

function dayOf(source: SourceFile, folders: Folders): Day {
  const { path, bytes } = source;
  // Title and date are ASCII, and front matter is nearly always over by then.
  const head = bytes.toString('latin1', startsWithMark(bytes) ? 3 : 0, HEAD);
  const frontMatter = parseFrontMatter(head);
  const isWhole = !frontMatter || frontMatter.close || bytes.length <= HEAD;
  const text = isWhole ? head : textOf(source);
  return readDay(
    { text, frontMatter: isWhole ? frontMatter : parseFrontMatter(text) },
    path,
    folderOf(path, folders) === 'drafts',
  );
}

const HEAD = 4096;

/** Whether the file begins as UTF-16 does: nothing in it would be read as what it is. */
export function isWide({ bytes }: SourceFile): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** The byte order mark, as UTF-8 has it. */
function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function pathBelow(root: string, file: string): string {
  if (file.startsWith(root + sep)) return file.slice(root.length + 1).replaceAll(sep, '/');
  const path = relative(real(root), real(file));
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path) ? file : path.split(sep).join('/');
}

function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** The Markdown files below a folder in the order of their paths: its entries alone where it holds a newsroom's folders. */
function entriesBelow(folder: string, folders: Folders): string[] {
  const files = markdownBelow(folder);
  const entries = files.filter((file) => folderOf(pathBelow(folder, file), folders) !== undefined);
  const holdsEntries =
    entries.length > 0 || isFolder(join(folder, folders.posts)) || isFolder(join(folder, folders.drafts));
  return holdsEntries ? entries : files;
}

/** Links are followed, but not round in circles; what they point to may be gone. */
function markdownBelow(folder: string, above: readonly string[] = []): string[] {
  const found: string[] = [];
  for (const item of itemsOf(folder)) {
    if (item.name.startsWith('.') || NOT_OURS.has(item.name)) continue;
    const path = folder + sep + item.name; // `join` would look at each path once more
    if (item.isDirectory()) {
      for (const file of markdownBelow(path, above)) found.push(file);
    } else if (item.isSymbolicLink() && isFolder(path)) {
      const target = real(path);
      const around = [...above, real(folder)];
      if (around.some((other) => `${other}${sep}`.startsWith(`${target}${sep}`))) continue;
      for (const file of markdownBelow(path, around)) found.push(file);
    } else if (isMarkdown(item.name) && (item.isFile() || isFile(path))) found.push(path);
  }
  return found;
}

/** In the order of their names. */
function itemsOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new CannotRun(`cannot read ${folder}: ${reasonOf(error)}`);
  }
}

/** Folders that hold no writer's work. */
const NOT_OURS: ReadonlySet<string> = new Set(['node_modules', '_site', 'vendor']);

function isFolder(path: string): boolean {
  return statsOf(path)?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statsOf(path)?.isFile() ?? false;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined; // nothing there, or below a file
  }
}
