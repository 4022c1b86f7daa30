import * as vscode from 'vscode';
import { readDay } from '../../core/entry/readDay.ts';
import { archivedPrefix, externalLinks } from '../../core/linkCheck/externalLinks.ts';
import { sayFinding } from '../../core/linkCheck/messages.ts';
import { type Span, touches } from '../../core/text/text.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange, toSpan } from '../editor/convert.ts';
import type { ResultStore } from './resultStore.ts';

/** The name under which gone pages stand among the problems: they are the web's and not the entry's. */
const SOURCE = 'daybook links';

/** Shows links of open entries whose pages were found to be gone, and offers archived copies. It asks nobody. */
export function registerGonePages(entries: EntryDocuments, checks: ResultStore): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('daybook-links');
  const show = (document: vscode.TextDocument) => {
    if (!entries.is(document)) return;
    const gone = gonePages(entries, checks, document).map((page) => toDiagnostic(document, page));
    if (gone.length > 0 || shown.has(document.uri)) shown.set(document.uri, gone);
  };
  const showAll = () => vscode.workspace.textDocuments.forEach(show);
  showAll();
  return vscode.Disposable.from(
    shown,
    checks.onDidChange(showAll),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) show(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri)),
    vscode.languages.registerCodeActionsProvider(
      { language: 'markdown' },
      {
        provideCodeActions(document, range, { only }) {
          if (!entries.is(document) || (only && !only.intersects(vscode.CodeActionKind.QuickFix))) return [];
          const span = toSpan(document, range);
          const gone = gonePages(entries, checks, document).filter((page) => touches(page.span, span));
          return gone.flatMap((page) => actionsFor(document, page, dateOf(entries, document)));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** A link to a page that is gone. */
interface GonePage {
  readonly address: string;
  readonly message: string;
  /** Where the address stands, as written. */
  readonly span: Span;
}

function gonePages(entries: EntryDocuments, checks: ResultStore, document: vscode.TextDocument): GonePage[] {
  if (!checks.anyGone()) return [];
  return externalLinks(entries.entry(document), undefined).flatMap(({ address, spans }) => {
    const check = checks.at(address);
    if (check?.verdict !== 'gone') return [];
    return spans.map((span) => ({ address, message: sayFinding(address, check), span }));
  });
}

function toDiagnostic(document: vscode.TextDocument, { message, span }: GonePage): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(document, span), message, vscode.DiagnosticSeverity.Warning);
  diagnostic.source = SOURCE;
  return diagnostic;
}

function actionsFor(document: vscode.TextDocument, page: GonePage, date: string | undefined): vscode.CodeAction[] {
  const prefix = archivedPrefix(date);
  const near = date === undefined ? 'newest archived copy' : `archived copy nearest to ${date}`;
  const link = new vscode.CodeAction(`Link to the ${near}`, vscode.CodeActionKind.QuickFix);
  link.edit = new vscode.WorkspaceEdit();
  link.edit.insert(document.uri, document.positionAt(page.span.from), prefix);
  const title = `Open the ${near} in the browser`;
  const open = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  open.command = { title, command: 'vscode.open', arguments: [`${prefix}${page.address}`] };
  const diagnostics = [toDiagnostic(document, page)];
  link.diagnostics = diagnostics;
  open.diagnostics = diagnostics;
  return [link, open];
}

function dateOf(entries: EntryDocuments, document: vscode.TextDocument): string | undefined {
  return readDay(entries.entry(document), document.uri.path, false).date;
}
