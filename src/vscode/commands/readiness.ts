import * as vscode from 'vscode';
import { findKey, scalarValue } from '../../core/entry/keys.ts';
import { archivedPrefix } from '../../core/linkCheck/externalLinks.ts';
import type { Fix, Problem } from '../../core/lint/rule.ts';
import { problemsLeft, readiness } from '../../core/reports/readiness.ts';
import { escapeIcons, escapeLinks } from '../../core/text/escapeMarkup.ts';
import { activeEntryContext } from '../documents/activeEntry.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import type { Services } from '../documents/services.ts';
import { toRange, toSpan } from '../editor/convert.ts';
import { debounce } from '../editor/debounce.ts';
import { showEntryChanged, showInfo } from '../editor/notifications.ts';
import { changeEntry } from '../editor/textEdits.ts';
import { withImageFiles } from '../newsrooms/imageFiles.ts';
import type { CommandServices } from './commandServices.ts';

// What is left to do before an entry can be published: as a list, and as a count in the editor's language status.

/** *Check Readiness*: lists what is left to do. Picking a fix applies it and shows the list again; picking a problem goes there. */
export async function checkReadiness(services: CommandServices, uri: unknown): Promise<void> {
  const { entries, newsrooms, properNames } = services;
  const initialContext = await activeEntryContext(services, uri);
  if (!initialContext) return;
  const { document, root } = initialContext;
  const capitalization = await properNames.of(root);
  for (;;) {
    const context = entries.contextOf(document);
    if (!context) return;
    const ruleContext = await withImageFiles(newsrooms, context);
    const problems = withGoneLinks(
      context,
      readiness(context.entry, ruleContext, context.settings.rules, capitalization),
    );
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
    else if (!(await changeEntry(document, fix.edits))) return;
  }
}

/** What is left to do, in the order of the text: problems of rules, and links that *Check Links* found to be gone. */
function withGoneLinks(context: EntryContext, problems: readonly RemainingProblem[]): RemainingProblem[] {
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
    { label: `$(${severity}) ${escapeIcons(message)}`, description, problem },
    ...fixes.map((fix) => ({ label: `\u2003$(wrench) ${escapeIcons(fix.title)}`, problem, fix })),
  ];
}

const MAX_SUGGESTIONS = 3;

function showReady({ document, stage }: EntryContext, name: string): void {
  if (stage === 'published') {
    showInfo(`Nothing is left to do in ${name}.`);
    return;
  }
  const publish = 'Publish Entry';
  void vscode.window.showInformationMessage(escapeLinks(`${name} is ready to publish.`), publish).then((answer) => {
    if (answer === publish) void vscode.commands.executeCommand('daybook.publishEntry', document.uri);
  });
}

function titleOf({ document, entry }: EntryContext): string {
  const title = findKey(entry.frontMatter, 'title');
  return (title && scalarValue(entry.text, title)) || vscode.workspace.asRelativePath(document.uri, false);
}

/** Shows in the language status of an entry how much is left to do. A click opens the list. */
export function registerReadiness({ entries, newsrooms, documentChanges }: Services): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  const update = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const context = document && entries.contextOf(document);
    if (!context) {
      item?.dispose();
      item = undefined;
      return;
    }
    const { entry, settings } = context;
    const ruleContext = await withImageFiles(newsrooms, context);
    // If the entry has changed, another update is on its way.
    if (document !== vscode.window.activeTextEditor?.document || entry !== entries.contextOf(document)?.entry) return;
    item ??= createStatusItem();
    const isDraft = context.stage === 'draft';
    const count = problemsLeft(entry, ruleContext, settings.rules).length + goneLinks(context).length;
    item.text = count > 0 ? `${count} left` : isDraft ? 'Ready' : 'Nothing left';
    if (count > 0) item.detail = isDraft ? 'to fix before publishing' : 'to fix';
    else item.detail = isDraft ? 'to publish' : 'to fix';
  };
  const updateLater = debounce(() => void update(), TYPING_PAUSE_MS);
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
