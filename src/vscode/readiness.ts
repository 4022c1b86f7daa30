import * as vscode from 'vscode';
import { keyOf, scalar } from '../core/entry/frontMatter.ts';
import type { Fix, Problem } from '../core/lint/rule.ts';
import { readiness } from '../core/readiness.ts';
import type { Names } from './archive/names.ts';
import { chosenEntry } from './chosen.ts';
import { toRange, toWorkspaceEdit } from './convert.ts';
import type { Entries } from './entries.ts';
import type { Newsrooms } from './newsrooms.ts';
import { say, warn } from './say.ts';
import { settingsFor } from './settings.ts';

// What is left before an entry can go out: as a list in which each line is a jump or a fix, and as a count in the editor's
// language status.

interface Parts {
  readonly entries: Entries;
  readonly newsrooms: Newsrooms;
  readonly names: Names;
}

/** Lists what is left to do; a fix is made at once and the list shown again, until the writer goes to a place or is done. */
export async function checkReadiness({ entries, newsrooms, names }: Parts, given: unknown): Promise<void> {
  const document = await chosenEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  await newsrooms.read(root);
  const capitals = await names.of(root);
  for (;;) {
    const { rules } = settingsFor(document.uri);
    const left = readiness(entries.entry(document), entries.surroundings(document), rules, capitals);
    const name = titleOf(entries, document);
    if (left.length === 0) return ready(entries, document, name);
    const { version } = document;
    const rows = left.flatMap((problem) => rowsOf(document, problem));
    const picked = await vscode.window.showQuickPick(rows, {
      title: `${name}: ${left.length} left`,
      placeHolder: 'Go to what is left, or mend it',
      matchOnDescription: true,
    });
    if (!picked) return;
    const { problem, fix } = picked;
    if (!fix) {
      await vscode.window.showTextDocument(document, { selection: toRange(document, problem) });
      return;
    }
    if (document.version !== version) say('The entry has changed meanwhile. Here is what is left now.');
    else if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document, { title: fix.title, edits: fix.edits })))) {
      return warn('The entry could not be changed; it may be read-only.');
    }
  }
}

interface Row extends vscode.QuickPickItem {
  readonly problem: Problem;
  readonly fix?: Fix;
}

function rowsOf(document: vscode.TextDocument, problem: Problem): Row[] {
  const { message, severity, from, fix, suggestions = [] } = problem;
  const line = document.positionAt(from).line + 1;
  const row = { label: `$(${severity}) ${message}`, description: `line ${line}`, problem };
  const fixes = (fix ? [fix] : suggestions).slice(0, MOST_FIXES);
  return [row, ...fixes.map((one) => ({ label: `\u2003$(wrench) ${one.title}`, problem, fix: one }))];
}

const MOST_FIXES = 3;

function ready(entries: Entries, document: vscode.TextDocument, name: string): void {
  if (entries.surroundings(document).stage === 'published') {
    say(`Nothing is left to do in ${name}.`);
    return;
  }
  const publish = 'Publish Entry';
  void vscode.window.showInformationMessage(`${name} is ready.`, publish).then((answer) => {
    if (answer === publish) void vscode.commands.executeCommand('daybook.publishEntry', document.uri);
  });
}

function titleOf(entries: Entries, document: vscode.TextDocument): string {
  const entry = entries.entry(document);
  const title = keyOf(entry.frontMatter, 'title');
  return (title && scalar(entry.text, title)) || vscode.workspace.asRelativePath(document.uri, false);
}

/** Tells in the language status of an entry how much is left; a click lists it. */
export function registerReadiness(entries: Entries): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !entries.is(document)) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= newItem();
    const surroundings = entries.surroundings(document);
    const left = readiness(entries.entry(document), surroundings, settingsFor(document.uri).rules);
    item.text = left.length > 0 ? `${left.length} left` : surroundings.stage === 'draft' ? 'Ready' : 'Nothing left';
    item.detail = left.length > 0 ? 'before it can be published' : 'to do';
    if (left.length === 0 && surroundings.stage === 'draft') item.detail = 'to be published';
    if (surroundings.stage === 'published' && left.length > 0) item.detail = 'to mend';
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };
  later();
  return vscode.Disposable.from(
    entries.onDidChange(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) later();
    }),
    new vscode.Disposable(() => {
      clearTimeout(timer);
      item?.dispose();
    }),
  );
}

/** In milliseconds: so long a writer rests before it is counted anew. */
const PAUSE = 400;

function newItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('daybook.readiness', { language: 'markdown' });
  item.name = 'Daybook Readiness';
  item.command = { title: 'Check Readiness', command: 'daybook.checkReadiness' };
  return item;
}
