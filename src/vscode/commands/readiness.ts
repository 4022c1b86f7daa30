import * as vscode from 'vscode';
import type { Capitals } from '../../core/compose/frontMatter/capitals.ts';
import { keyOf, scalar } from '../../core/entry/frontMatter.ts';
import { readDay } from '../../core/entry/readDay.ts';
import { archivedPrefix } from '../../core/linkCheck/externalLinks.ts';
import type { Fix, Problem } from '../../core/lint/rule.ts';
import { readiness } from '../../core/reports/readiness.ts';
import { activeEntry } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange, toSpan, toWorkspaceEdit } from '../editor/convert.ts';
import { showInfo, showWarning } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import type { Names } from '../newsrooms/properNames.ts';
import { settingsFor } from '../newsrooms/settings.ts';

// What is left before an entry can go out: as a list in which each line is a jump or a fix, and as a count in the editor's
// language status.

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
  readonly names: Names;
}

/** Lists what is left to do; a fix is made at once and the list shown again, until the writer goes to a place or is done. */
export async function checkReadiness({ entries, newsrooms, names }: Parts, given: unknown): Promise<void> {
  const document = await activeEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  await newsrooms.read(root);
  const capitals = await names.of(root);
  for (;;) {
    const left = leftIn(entries, document, capitals);
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
    if (document.version !== version) showInfo('The entry has changed meanwhile. Here is what is left now.');
    else if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document, { title: fix.title, edits: fix.edits })))) {
      return showWarning('The entry could not be changed; it may be read-only.');
    }
  }
}

/** Everything that is left to do, in the order of the text: what the rules say, and pages that *Check Links* found gone. */
function leftIn(entries: EntryDocuments, document: vscode.TextDocument, capitals?: Capitals): Left[] {
  const { rules } = settingsFor(document.uri);
  const left: Left[] = readiness(entries.entry(document), entries.surroundings(document), rules, capitals);
  return [...left, ...goneIn(entries, document)].sort((a, b) => a.from - b.from);
}

type Left = Omit<Problem, 'rule'>;

function goneIn(entries: EntryDocuments, document: vscode.TextDocument): Left[] {
  const shown = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === GONE);
  if (shown.length === 0) return [];
  const { date } = readDay(entries.entry(document), document.uri.path, false);
  return shown.map(({ range, message }) => {
    const span = toSpan(document, range);
    const edits = [{ from: span.from, to: span.from, text: archivedPrefix(date) }];
    return { ...span, severity: 'warning', message, suggestions: [{ title: 'Link to an archived copy', edits }] };
  });
}

/** Under this name pages that are gone stand among the problems. */
const GONE = 'daybook links';

interface Row extends vscode.QuickPickItem {
  readonly problem: Left;
  readonly fix?: Fix;
}

function rowsOf(document: vscode.TextDocument, problem: Left): Row[] {
  const { message, severity, from, fix, suggestions = [] } = problem;
  const line = document.positionAt(from).line + 1;
  const row = { label: `$(${severity}) ${message}`, description: `line ${line}`, problem };
  const fixes = (fix ? [fix] : suggestions).slice(0, MOST_FIXES);
  return [row, ...fixes.map((one) => ({ label: `\u2003$(wrench) ${one.title}`, problem, fix: one }))];
}

const MOST_FIXES = 3;

function ready(entries: EntryDocuments, document: vscode.TextDocument, name: string): void {
  if (entries.surroundings(document).stage === 'published') {
    showInfo(`Nothing is left to do in ${name}.`);
    return;
  }
  const publish = 'Publish Entry';
  void vscode.window.showInformationMessage(`${name} is ready.`, publish).then((answer) => {
    if (answer === publish) void vscode.commands.executeCommand('daybook.publishEntry', document.uri);
  });
}

function titleOf(entries: EntryDocuments, document: vscode.TextDocument): string {
  const entry = entries.entry(document);
  const title = keyOf(entry.frontMatter, 'title');
  return (title && scalar(entry.text, title)) || vscode.workspace.asRelativePath(document.uri, false);
}

/** Tells in the language status of an entry how much is left; a click lists it. */
export function registerReadiness(entries: EntryDocuments): vscode.Disposable {
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
    const isDraft = entries.surroundings(document).stage === 'draft';
    const left = leftIn(entries, document).length;
    item.text = left > 0 ? `${left} left` : isDraft ? 'Ready' : 'Nothing left';
    if (left > 0) item.detail = isDraft ? 'before it can be published' : 'to mend';
    else item.detail = isDraft ? 'to be published' : 'to do';
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };
  later();
  return vscode.Disposable.from(
    entries.onDidChange(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const active = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) later();
    }),
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
