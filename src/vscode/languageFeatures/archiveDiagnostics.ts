import * as vscode from 'vscode';
import { parseEntry } from '../../core/entry/parse.ts';
import { stageOf } from '../../core/files/paths.ts';
import { lint } from '../../core/lint/lint.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { tally } from '../../core/lint/tally.ts';
import { type Newsroom, ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { plural } from '../../core/text/plural.ts';
import type { Services } from '../documents/services.ts';
import { positionsIn, toDiagnostic } from '../editor/convert.ts';
import { readText } from '../editor/fileSystem.ts';
import { showInfo } from '../editor/notifications.ts';
import { hasTab, onDidChangeTabbedFiles, openDocumentAt } from '../editor/openDocuments.ts';
import { createTimeSlicer } from '../editor/timeSlice.ts';
import { pathBelow } from '../editor/uris.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/editorSettings.ts';
import { entryFilesGlob } from '../newsrooms/entryFiles.ts';

/** *Check All Entries*: the problems of entries that are not open. From the first check on they are kept current. */
interface ArchiveCheck extends vscode.Disposable {
  /** Checks every entry in the workspace, with progress, and shows a summary. */
  run(): Promise<void>;
}

interface EntryFile {
  readonly root: vscode.Uri;
  readonly newsroom: Newsroom;
  readonly uri: vscode.Uri;
}

export function openArchiveCheck({ entries, newsrooms }: Services): ArchiveCheck {
  const collection = vscode.languages.createDiagnosticCollection('daybook-archive');
  const watchers = new Map<string, vscode.Disposable>();

  /** Publishes the problems of an entry with this text; undefined if it cannot be read. Open entries publish their own. */
  const publish = ({ root, newsroom, uri }: EntryFile, text: string | undefined): readonly Problem[] => {
    const document = hasTab(uri) ? openDocumentAt(uri) : undefined;
    if (document || text === undefined) {
      collection.delete(uri);
      return document && entries.isEntry(document) ? entries.problemsOf(document) : [];
    }
    const problems = problemsIn(root, newsroom, uri, text);
    const positions = positionsIn(text);
    collection.set(
      uri,
      problems.map((problem) => toDiagnostic(positions, problem, { uri, root })),
    );
    return problems;
  };
  const checkAgain = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const files: EntryFile[] = [];
    for (const uri of uris) {
      const root = newsrooms.rootOf(uri);
      if (!root)
        collection.delete(uri); // it is no longer an entry
      else if (watchers.has(root.toString())) files.push({ root, newsroom: await newsrooms.read(root), uri });
    }
    await readInBatches(files, publish);
  };
  const checkFileAgain = (uri: vscode.Uri) => void checkAgain([uri]);
  const watch = (root: vscode.Uri): void => {
    if (watchers.has(root.toString())) return;
    const pattern = new vscode.RelativePattern(root, entryFilesGlob(settingsFor(root).folders));
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidCreate(checkFileAgain);
    watcher.onDidChange(checkFileAgain);
    watcher.onDidDelete((uri) => collection.delete(uri));
    watchers.set(root.toString(), watcher);
  };
  const allFiles = async (): Promise<EntryFile[]> => {
    const files: EntryFile[] = [];
    for (const root of await newsrooms.roots()) {
      const newsroom = await newsrooms.read(root);
      watch(root);
      for (const { path } of newsroom.days) files.push({ root, newsroom, uri: vscode.Uri.joinPath(root, path) });
    }
    return files;
  };

  const subscriptions = [
    collection,
    vscode.workspace.onDidOpenTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => checkFileAgain(uri)),
    onDidChangeTabbedFiles((uri) => collection.delete(uri), checkFileAgain),
    onDidChangeSettings(() => {
      for (const [key, watcher] of [...watchers]) {
        watcher.dispose();
        watchers.delete(key);
        watch(vscode.Uri.parse(key, true));
      }
      void checkAgain(urisIn(collection));
    }),
  ];
  return {
    async run() {
      const problems: Problem[] = [];
      const options = { location: vscode.ProgressLocation.Notification, title: 'Checking all entries' };
      const { done, total } = await vscode.window.withProgress(
        { ...options, cancellable: true },
        async (progress, token) => {
          const files = await allFiles();
          const collect = (file: EntryFile, text: string | undefined) => {
            for (const problem of publish(file, text)) problems.push(problem);
          };
          return readInBatches(files, collect, (done, batchSize) => {
            progress.report({
              message: `${done} of ${files.length}`,
              increment: (100 * batchSize) / files.length,
            });
            return token.isCancellationRequested;
          });
        },
      );
      void showSummary(done, total, problems);
    },
    dispose() {
      vscode.Disposable.from(...watchers.values(), ...subscriptions).dispose();
    },
  };
}

async function showSummary(done: number, total: number, problems: readonly Problem[]): Promise<void> {
  if (total === 0) return showInfo('This workspace has no entries.');
  const checked = done < total ? `Stopped after ${done} of ${total} entries` : plural(total, 'entry', 'entries');
  const answer = await vscode.window.showInformationMessage(`${checked}: ${tally(problems)}.`, 'Show Problems');
  if (answer) await vscode.commands.executeCommand('workbench.action.view.problems');
}

function problemsIn(root: vscode.Uri, newsroom: Newsroom, uri: vscode.Uri, text: string): Problem[] {
  const { folders, rules } = settingsFor(root);
  const path = pathBelow(root, uri);
  return lint(parseEntry(text), ruleContextOf(newsroom, path, stageOf(path, text, folders)), rules);
}

/**
 * Reads files in batches and calls `onText` for each with its text, in time slices. `shouldStop` is called after each batch with the
 * number of files done and the size of the batch.
 */
async function readInBatches(
  files: readonly EntryFile[],
  onText: (file: EntryFile, text: string | undefined) => void,
  shouldStop: (done: number, batchSize: number) => boolean = () => false,
): Promise<{ readonly done: number; readonly total: number }> {
  const pause = createTimeSlicer();
  let done = 0;
  while (done < files.length) {
    const batch = files.slice(done, done + FILES_PER_BATCH);
    const texts = await Promise.all(batch.map(({ uri }) => readText(uri)));
    for (const [index, file] of batch.entries()) {
      onText(file, texts[index]);
      await pause();
    }
    done += batch.length;
    if (shouldStop(done, batch.length)) break;
  }
  return { done, total: files.length };
}

const FILES_PER_BATCH = 16;

function urisIn(collection: vscode.DiagnosticCollection): vscode.Uri[] {
  const uris: vscode.Uri[] = [];
  collection.forEach((uri) => {
    uris.push(uri);
  });
  return uris;
}
