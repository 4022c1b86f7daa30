import * as vscode from 'vscode';
import { readDay } from '../../core/entry/readDay.ts';
import { archivedPrefix, externalLinks } from '../../core/linkCheck/externalLinks.ts';
import { resultMessage } from '../../core/linkCheck/messages.ts';
import { type Span, touches } from '../../core/text/text.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { toRange, toSpan } from '../editor/convert.ts';
import type { ResultStore } from './resultStore.ts';

/** The source of these diagnostics, which are about the web and not about the entry. */
const SOURCE = 'daybook links';

/** Reports links in open entries whose pages are gone, and offers archived copies. Sends no requests. */
export function registerGoneLinkDiagnostics(
  { entries, documentChanges }: Services,
  results: ResultStore,
): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('daybook-links');
  const update = (document: vscode.TextDocument) => {
    if (!entries.isEntry(document)) return;
    const gone = goneLinks(entries, results, document).map((link) => toDiagnostic(document, link));
    if (gone.length > 0 || diagnostics.has(document.uri)) diagnostics.set(document.uri, gone);
  };
  const updateAll = () => vscode.workspace.textDocuments.forEach(update);
  updateAll();
  return vscode.Disposable.from(
    diagnostics,
    results.onDidChange(updateAll),
    vscode.workspace.onDidOpenTextDocument(update),
    documentChanges.onDidChangeText(({ document }) => update(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => diagnostics.delete(uri)),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        provideCodeActions(document, range, { only }) {
          if (!entries.isEntry(document) || (only && !only.intersects(vscode.CodeActionKind.QuickFix))) return [];
          const span = toSpan(document, range);
          const gone = goneLinks(entries, results, document).filter((link) => touches(link.span, span));
          return gone.flatMap((link) => actionsFor(document, link, dateOf(entries, document)));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** A link to a page that is gone. */
interface GoneLink {
  readonly address: string;
  readonly message: string;
  /** The address as written in the entry. */
  readonly span: Span;
}

function goneLinks(entries: EntryDocuments, results: ResultStore, document: vscode.TextDocument): GoneLink[] {
  if (!results.hasGone()) return [];
  return externalLinks(entries.entryOf(document), undefined).flatMap(({ address, spans }) => {
    const result = results.get(address);
    if (result?.verdict !== 'gone') return [];
    return spans.map((span) => ({ address, message: resultMessage(address, result), span }));
  });
}

function toDiagnostic(document: vscode.TextDocument, { message, span }: GoneLink): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(document, span), message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = SOURCE;
  return diagnostic;
}

/** A fix that links to the archived copy instead, and an action that opens it. */
function actionsFor(document: vscode.TextDocument, link: GoneLink, date: string | undefined): vscode.CodeAction[] {
  const prefix = archivedPrefix(date);
  const copyName = date === undefined ? 'newest archived copy' : `archived copy nearest to ${date}`;
  const linkAction = new vscode.CodeAction(`Link to the ${copyName}`, vscode.CodeActionKind.QuickFix);
  linkAction.edit = new vscode.WorkspaceEdit();
  linkAction.edit.insert(document.uri, document.positionAt(link.span.from), prefix);
  const title = `Open the ${copyName} in the browser`;
  const openAction = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  openAction.command = { title, command: 'vscode.open', arguments: [`${prefix}${link.address}`] };
  const diagnostics = [toDiagnostic(document, link)];
  linkAction.diagnostics = diagnostics;
  openAction.diagnostics = diagnostics;
  return [linkAction, openAction];
}

function dateOf(entries: EntryDocuments, document: vscode.TextDocument): string | undefined {
  return readDay(entries.entryOf(document), document.uri.path, false).date;
}
