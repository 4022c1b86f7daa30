import * as vscode from 'vscode';
import type { Capitalization } from '../../core/compose/frontMatter/capitalization.ts';
import { findKey, scalarValue } from '../../core/entry/keys.ts';
import { archivedPrefix } from '../../core/linkCheck/externalLinks.ts';
import type { Fix, Problem } from '../../core/lint/rule.ts';
import { readiness } from '../../core/reports/readiness.ts';
import { activeEntryContext } from '../documents/activeEntry.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import type { Services } from '../documents/services.ts';
import { toRange, toSpan, toWorkspaceEdit } from '../editor/convert.ts';
import { debounce } from '../editor/debounce.ts';
import { showEntryChanged, showInfo, showReadOnly } from '../editor/notifications.ts';
import type { CommandServices } from './commandServices.ts';

// What is left to do before an entry can be published: as a list, and as a count in the editor's language status.

/** *Check Readiness*: lists what is left to do. Picking a fix applies it and shows the list again; picking a problem goes there. */
export async function checkReadiness(services: CommandServices, uri: unknown): Promise<void> {
  const { entries, properNames } = services;
  const initialContext = await activeEntryContext(services, uri);
  if (!initialContext) return;
  const { document, root } = initialContext;
  const capitalization = await properNames.of(root);
  for (;;) {
    const context = entries.contextOf(document);
    if (!context) return;
    const problems = remainingProblems(context, capitalization);
    const name = titleOf(context);
    if (problems.length === 0) return showReady(context, name);
    const { version } = document;
    const items = problems.flatMap((problem) => itemsOf(document, problem));
    const picked = await vscode.window.showQuickPick(items, {
      title: `${name}: ${problems.length} left`,
      placeHolder: 'Pick a problem to go to it, or a fix to apply it',
      matchOnDescription: true,
    });
    if (!picked) return;
    const { problem, fix } = picked;
    if (!fix) {
      await vscode.window.showTextDocument(document, { selection: toRange(document, problem) });
      return;
    }
    if (document.version !== version) showEntryChanged('This is what is left now.');
    else if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(document, { title: fix.title, edits: fix.edits })))) {
      return showReadOnly();
    }
  }
}

/** What is left to do, in the order of the text: problems of rules, and links that *Check Links* found to be gone. */
function remainingProblems(context: EntryContext, capitalization?: Capitalization): RemainingProblem[] {
  const { entry, ruleContext, settings } = context;
  const problems: RemainingProblem[] = readiness(entry, ruleContext, settings.rules, capitalization);
  return [...problems, ...goneLinks(context)].sort((a, b) => a.from - b.from);
}

type RemainingProblem = Omit<Problem, 'rule'>;

function goneLinks({ document, day }: EntryContext): RemainingProblem[] {
  const diagnostics = vscode.languages.getDiagnostics(document.uri);
  return diagnostics
    .filter(({ source }) => source === GONE_LINK_SOURCE)
    .map(({ range, message }) => {
      const span = toSpan(document, range);
      const edits = [{ from: span.from, to: span.from, text: archivedPrefix(day.date) }];
      return { ...span, severity: 'warning', message, suggestions: [{ title: 'Link to an archived copy', edits }] };
    });
}

/** The source of the diagnostics that linkCheck/goneLinkDiagnostics.ts publishes. */
const GONE_LINK_SOURCE = 'daybook links';

interface ReadinessItem extends vscode.QuickPickItem {
  readonly problem: RemainingProblem;
  readonly fix?: Fix;
}

/** A problem, followed by its fix or its first suggestions. */
function itemsOf(document: vscode.TextDocument, problem: RemainingProblem): ReadinessItem[] {
  const { message, severity, from, fix, suggestions = [] } = problem;
  const description = `line ${document.positionAt(from).line + 1}`;
  const fixes = (fix ? [fix] : suggestions).slice(0, MAX_SUGGESTIONS);
  return [
    { label: `$(${severity}) ${message}`, description, problem },
    ...fixes.map((fix) => ({ label: `\u2003$(wrench) ${fix.title}`, problem, fix })),
  ];
}

const MAX_SUGGESTIONS = 3;

function showReady({ document, stage }: EntryContext, name: string): void {
  if (stage === 'published') {
    showInfo(`Nothing is left to do in ${name}.`);
    return;
  }
  const publish = 'Publish Entry';
  void vscode.window.showInformationMessage(`${name} is ready to publish.`, publish).then((answer) => {
    if (answer === publish) void vscode.commands.executeCommand('daybook.publishEntry', document.uri);
  });
}

function titleOf({ document, entry }: EntryContext): string {
  const title = findKey(entry.frontMatter, 'title');
  return (title && scalarValue(entry.text, title)) || vscode.workspace.asRelativePath(document.uri, false);
}

/** Shows in the language status of an entry how much is left to do. A click opens the list. */
export function registerReadiness({ entries, documentChanges }: Services): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const context = document && entries.contextOf(document);
    if (!context) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= createStatusItem();
    const isDraft = context.stage === 'draft';
    const count = remainingProblems(context).length;
    item.text = count > 0 ? `${count} left` : isDraft ? 'Ready' : 'Nothing left';
    if (count > 0) item.detail = isDraft ? 'to fix before publishing' : 'to fix';
    else item.detail = isDraft ? 'to publish' : 'to fix';
  };
  const updateLater = debounce(update, TYPING_PAUSE_MS);
  updateLater.schedule();
  return vscode.Disposable.from(
    updateLater,
    entries.onDidChange(updateLater.schedule),
    vscode.window.onDidChangeActiveTextEditor(updateLater.schedule),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const activeUri = vscode.window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === activeUri)) updateLater.schedule();
    }),
    documentChanges.onDidChangeActiveText(updateLater.schedule),
    new vscode.Disposable(() => item?.dispose()),
  );
}

const TYPING_PAUSE_MS = 400;

function createStatusItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('daybook.readiness', { language: 'markdown' });
  item.name = 'Daybook Readiness';
  item.command = { title: 'Check Readiness', command: 'daybook.checkReadiness' };
  return item;
}
