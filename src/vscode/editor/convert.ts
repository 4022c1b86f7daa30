import * as vscode from 'vscode';
import type { Fix, Problem, Related, Severity } from '../../core/lint/rule.ts';
import { lineAt, lineStarts } from '../../core/text/lineIndex.ts';
import type { Span } from '../../core/text/text.ts';

// Converts spans and values of the core to types of the editor.

/** Converts offsets of a text to positions: an open document, or `positionsIn` for any other text. */
export type TextPositions = Pick<vscode.TextDocument, 'positionAt'>;

/** Converts offsets of a text that is not open in the editor. */
export function positionsIn(text: string): TextPositions {
  const starts = lineStarts(text);
  return {
    positionAt(offset) {
      const line = lineAt(starts, offset);
      return new vscode.Position(line, offset - (starts[line] ?? 0));
    },
  };
}

export function toRange(positions: TextPositions, { from, to }: Span): vscode.Range {
  return new vscode.Range(positions.positionAt(from), positions.positionAt(to));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
}

/** An entry's file, and the root of its newsroom, to which the paths of other entries are relative. */
interface EntryFile {
  readonly uri: vscode.Uri;
  readonly root?: vscode.Uri | undefined;
}

export function toDiagnostic(positions: TextPositions, problem: Problem, file: EntryFile): vscode.Diagnostic {
  const { message, severity, rule, related = [] } = problem;
  const diagnostic = new vscode.Diagnostic(toRange(positions, problem), message, SEVERITIES[severity]);
  diagnostic.source = 'daybook';
  diagnostic.code = { value: rule, target: rulePageUri(rule) };
  diagnostic.relatedInformation = related.flatMap((location) => toRelated(positions, location, file) ?? []);
  return diagnostic;
}

/** A location in another entry is the start of that entry: only its path is known. */
function toRelated(
  positions: TextPositions,
  { path, message, ...span }: Related,
  { uri, root }: EntryFile,
): vscode.DiagnosticRelatedInformation | undefined {
  if (path === undefined)
    return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(positions, span)), message);
  const start = new vscode.Position(0, 0);
  return (
    root &&
    new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.joinPath(root, path), start), message)
  );
}

/** The URI of a rule's page, whose text `languageFeatures/rulePages.ts` provides. */
export function rulePageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_PAGE_SCHEME, path: `/${rule}.md` });
}

export const RULE_PAGE_SCHEME = 'daybook-rule';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Converts a fix to one edit, which one undo takes back. The cursor goes to the caret of the fix, if it has one. */
export function toWorkspaceEdit(document: vscode.TextDocument, { edits, caret }: Fix): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  result.set(
    document.uri,
    edits.map((edit, index) => {
      const range = toRange(document, edit);
      if (caret === undefined || index > 0) return vscode.TextEdit.replace(range, edit.text);
      return vscode.SnippetTextEdit.replace(range, toSnippet(edit.text, caret));
    }),
  );
  return result;
}

/** The text as a snippet that leaves the cursor at the offset `caret`. */
export function toSnippet(text: string, caret: number): vscode.SnippetString {
  return new vscode.SnippetString().appendText(text.slice(0, caret)).appendTabstop(0).appendText(text.slice(caret));
}
