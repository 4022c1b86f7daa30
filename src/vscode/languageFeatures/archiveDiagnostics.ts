import * as vscode from 'vscode';
import { parseEntry } from '../../core/entry/parse.ts';
import { stageOf } from '../../core/files/paths.ts';
import { lint } from '../../core/lint/lint.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { numbered, tally } from '../../core/lint/tally.ts';
import { type Newsroom, ruleContextOf } from '../../core/newsroom/newsroom.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { placesIn, toDiagnostic } from '../editor/convert.ts';
import { entriesPattern } from '../newsrooms/entryFiles.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/settings.ts';

/** *Check All Entries*: the problems of entries that no editor has open; from the first check on they are kept current. */
interface ArchiveCheck extends vscode.Disposable {
  /** Checks every entry of the workspace, with progress, and says what there is. */
  run(): Promise<void>;
}

/** An entry to be checked. */
interface Job {
  readonly root: vscode.Uri;
  readonly newsroom: Newsroom;
  readonly uri: vscode.Uri;
}

export function openArchiveCheck(entries: EntryDocuments, newsrooms: Newsrooms): ArchiveCheck {
  const shown = vscode.languages.createDiagnosticCollection('daybook-archive');
  const watchers = new Map<string, vscode.Disposable>();

  /** Shows the problems of an entry, whose text was read a moment ago. What an editor has open shows its own. */
  const show = ({ root, newsroom, uri }: Job, text: string | undefined): readonly Problem[] => {
    const open = openAt(uri);
    if (open || text === undefined) {
      shown.delete(uri);
      return open && entries.is(open) ? entries.problems(open) : [];
    }
    const problems = problemsOf(root, newsroom, uri, text);
    const places = placesIn(text);
    shown.set(
      uri,
      problems.map((problem) => toDiagnostic(places, problem, { uri, root })),
    );
    return problems;
  };
  const renew = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const jobs: Job[] = [];
    for (const uri of uris) {
      const root = newsrooms.rootOf(uri);
      if (!root)
        shown.delete(uri); // it has ceased to be an entry
      else if (watchers.has(root.toString())) jobs.push({ root, newsroom: await newsrooms.read(root), uri });
    }
    await inSlices(jobs, show);
  };
  const renewOne = (uri: vscode.Uri) => void renew([uri]);
  const watch = (root: vscode.Uri): void => {
    if (watchers.has(root.toString())) return;
    const pattern = new vscode.RelativePattern(root, entriesPattern(settingsFor(root).folders));
    const files = vscode.workspace.createFileSystemWatcher(pattern);
    files.onDidCreate(renewOne);
    files.onDidChange(renewOne);
    files.onDidDelete((uri) => shown.delete(uri));
    watchers.set(root.toString(), files);
  };
  const allJobs = async (): Promise<Job[]> => {
    const jobs: Job[] = [];
    for (const root of await newsrooms.roots()) {
      const newsroom = await newsrooms.read(root);
      watch(root);
      for (const { path } of newsroom.days) jobs.push({ root, newsroom, uri: vscode.Uri.joinPath(root, path) });
    }
    return jobs;
  };

  const subscriptions = [
    shown,
    vscode.workspace.onDidOpenTextDocument(({ uri }) => shown.delete(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => renewOne(uri)),
    onDidChangeSettings(() => {
      for (const [key, watcher] of [...watchers]) {
        watcher.dispose();
        watchers.delete(key);
        watch(vscode.Uri.parse(key, true));
      }
      void renew(shownIn(shown));
    }),
  ];
  return {
    async run() {
      const found: Problem[] = [];
      const progress = { location: vscode.ProgressLocation.Notification, title: 'Checking all entries' };
      const { done, all } = await vscode.window.withProgress({ ...progress, cancellable: true }, async (bar, token) => {
        const jobs = await allJobs();
        const note = (job: Job, text: string | undefined) => {
          for (const problem of show(job, text)) found.push(problem);
        };
        return inSlices(jobs, note, (done, step) => {
          bar.report({ message: `${done} of ${jobs.length}`, increment: (100 * step) / jobs.length });
          return token.isCancellationRequested;
        });
      });
      void conclude(done, all, found);
    },
    dispose() {
      vscode.Disposable.from(...watchers.values(), ...subscriptions).dispose();
    },
  };
}

async function conclude(done: number, all: number, found: readonly Problem[]): Promise<void> {
  if (all === 0) {
    void vscode.window.showInformationMessage('There are no entries in this workspace.');
    return;
  }
  const checked = done < all ? `Stopped after ${done} of ${all} entries` : numbered(all, 'entry', 'entries');
  const answer = await vscode.window.showInformationMessage(`${checked}: ${tally(found)}.`, 'Show Problems');
  if (answer) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function problemsOf(root: vscode.Uri, newsroom: Newsroom, uri: vscode.Uri, text: string): Problem[] {
  const { folders, rules } = settingsFor(root);
  const path = uri.path.slice(root.path.replace(/\/$/, '').length + 1);
  return lint(parseEntry(text), ruleContextOf(newsroom, path, stageOf(path, text, folders)), rules);
}

/** How many files are read at once. */
const SLICE = 16;
/** In milliseconds: then the host is given back, long before a frame is over, as the last entry may take a while. */
const LONGEST = 4;

/**
 * Reads the entries and hands each with its text to `work`, a few milliseconds at a time. After each slice `isOver` is told how many
 * are done, and how many of them in this slice; it may end the whole.
 */
async function inSlices(
  jobs: readonly Job[],
  work: (job: Job, text: string | undefined) => void,
  isOver: (done: number, step: number) => boolean = () => false,
): Promise<{ readonly done: number; readonly all: number }> {
  let done = 0;
  while (done < jobs.length) {
    const slice = jobs.slice(done, done + SLICE);
    const texts = await Promise.all(slice.map(({ uri }) => textOf(uri)));
    let began = performance.now();
    for (const [index, job] of slice.entries()) {
      work(job, texts[index]);
      if (performance.now() - began < LONGEST) continue;
      await pause();
      began = performance.now();
    }
    done += slice.length;
    if (isOver(done, slice.length)) break;
    await pause();
  }
  return { done, all: jobs.length };
}

/** Lets the host do what waits. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function openAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

function shownIn(collection: vscode.DiagnosticCollection): vscode.Uri[] {
  const uris: vscode.Uri[] = [];
  collection.forEach((uri) => {
    uris.push(uri);
  });
  return uris;
}

/** A file's text; undefined where there is none to read. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
