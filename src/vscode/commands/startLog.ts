import * as vscode from 'vscode';
import { entryGlobs, type StartedLog, startLog } from '../../core/compose/days/startLog.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import { entryFolderFor } from '../../core/files/entryFolder.ts';
import { isMarkdown } from '../../core/files/folders.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import type { Site } from '../../core/newsroom/site.ts';
import { readSiteConfig } from '../../core/newsroom/siteConfig.ts';
import { plural } from '../../core/text/plural.ts';
import type { Services } from '../documents/services.ts';
import { fileNamesIn, readText, statFile } from '../editor/fileSystem.ts';
import { createAndOpen } from '../editor/newFile.ts';
import { showFileExists, showInfo, showWarning } from '../editor/notifications.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import { siteAt } from '../newsrooms/findSites.ts';
import { templateOf } from '../newsrooms/template.ts';
import { writeNewsroomSettings } from '../newsrooms/writeSettings.ts';
import { pickFirstNumber, pickLogForm, pickTimeZone } from './pickers/logPickers.ts';

// *Start a Log Here*, and the first *New Day* of a newsroom.

/** Whether the settings and entries say nothing yet about how the entries are titled and numbered. */
export function isNewLog(root: vscode.Uri, { days }: Newsroom): boolean {
  const { epochs, title, count } = settingsFor(root);
  return days.length === 0 && epochs.length === 0 && title === undefined && count === undefined;
}

/** The folder of the workspace for a new log; undefined, with a message, if there is none, or the writer cancels. */
export async function pickLogFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const openFolder = 'Open Folder';
    void vscode.window.showWarningMessage('Open the folder for the log first.', openFolder).then((answer) => {
      if (answer === openFolder) void vscode.commands.executeCommand('vscode.openFolder');
    });
  }
  if (folders.length <= 1) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Pick the folder for the log' }))?.uri;
}

/**
 * Starts a log: asks how its entries are titled, for the first number and for the time zone, then creates the first entry. What that entry
 * does not show goes into `daybook.json`.
 */
export async function startLogAt({ newsrooms }: Services, root: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  const entryFolder = await entryFolderOf(root);
  if (entryFolder === 'done') return undefined;
  const settings = settingsFor(root);
  const configText = await readText(vscode.Uri.joinPath(root, '_config.yml'));
  const configuredZone = settings.timezone ?? readSiteConfig(configText ?? '').timezone;
  const defaultZone = (await newsrooms.readForCommand(root)).zone();
  const steps = configuredZone === undefined ? 3 : 2;

  const form = await pickLogForm(steps);
  if (!form) return undefined;
  const number = form.count === 'none' ? 1 : await pickFirstNumber(form, steps);
  if (number === undefined) return undefined;
  const zone = configuredZone === undefined ? await pickTimeZone(defaultZone, steps) : defaultZone;
  if (!zone) return undefined;

  const { folders } = settings;
  const log = startLog({
    ...form,
    ...localDateTime(Date.now(), zone),
    number,
    zone,
    configuredZone,
    systemZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    folders,
    entryFolder,
    template: await templateOf(root),
  });
  if (!log.ok) {
    showWarning(log.message);
    return undefined;
  }
  const editor = await create(root, log);
  if (editor) await newsrooms.recheck(root, editor.document.uri);
  return editor;
}

/**
 * The folder for entries on a site that is not Jekyll's; undefined to use the folder of drafts. If it has Markdown files already, asks
 * whether they are the entries; `done` if that is all, or if the writer cancels.
 */
async function entryFolderOf(root: vscode.Uri): Promise<string | 'done' | undefined> {
  const { folders } = settingsFor(root);
  const listed = entryFolderFor('', [], folders);
  if (listed !== undefined) return listed;
  const site = await siteAt(root);
  if (!site || site.entryFolders.length === 0) return undefined;
  for (const folder of site.entryFolders) {
    const names = await fileNamesIn(vscode.Uri.joinPath(root, folder));
    const count = names.filter((name) => isMarkdown(name) && !/^_?index\./.test(name)).length;
    if (count > 0) return (await useExisting(root, site, folder, count)) ? 'done' : folder;
  }
  return (await firstExisting(root, site.entryFolders)) ?? site.entryFolders[0];
}

async function firstExisting(root: vscode.Uri, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const isThere = await vscode.workspace.fs.stat(vscode.Uri.joinPath(root, folder)).then(
      () => true,
      () => false,
    );
    if (isThere) return folder;
  }
  return undefined;
}

/** Offers to list Markdown files that are there as entries. Returns false to start a new log among them. */
async function useExisting(root: vscode.Uri, site: Site, folder: string, count: number): Promise<boolean> {
  const use = { label: `Use ${plural(count, 'file')} in ${folder} as entries`, detail: 'Lists them in daybook.json' };
  const start = { label: 'Start a new log in this folder' };
  const answer = await vscode.window.showQuickPick([use, start], {
    title: `Start a Log in This ${GENERATOR_NAMES[site.generator]} Site`,
    placeHolder: 'The site has Markdown files already',
  });
  if (answer === start) return false;
  if (answer === use && (await writeNewsroomSettings(root, { entries: entryGlobs(folder) }))) {
    showInfo(`Daybook now works on the Markdown files in ${folder}.`);
  }
  return true;
}

const GENERATOR_NAMES: Readonly<Record<Site['generator'], string>> = {
  jekyll: 'Jekyll',
  hugo: 'Hugo',
  eleventy: 'Eleventy',
  astro: 'Astro',
};

/** Writes the settings, if there are any, and the entry, and opens it. Never overwrites a file; no undo step takes the entry away. */
async function create(
  root: vscode.Uri,
  { path, text, cursor, settings }: StartedLog,
): Promise<vscode.TextEditor | undefined> {
  const uri = vscode.Uri.joinPath(root, path);
  if (await statFile(uri)) {
    showFileExists(uri, `${path} already exists.`);
    return undefined;
  }
  if (Object.keys(settings).length > 0 && !(await writeNewsroomSettings(root, settings))) return undefined;
  return createAndOpen(uri, { text, cursor });
}
