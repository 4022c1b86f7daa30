import * as vscode from 'vscode';
import type { Fix, Problem, Severity } from '../core/lint/rule.ts';
import type { Span } from '../core/text.ts';

// Where spans and values of the core meet the editor's types.

export function toRange(document: vscode.TextDocument, { from, to }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(from), document.positionAt(to));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
}

export function toDiagnostic(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(document, problem), problem.message, SEVERITIES[problem.severity]);
  diagnostic.source = 'daybook';
  diagnostic.code = problem.rule;
  return diagnostic;
}

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** One edit that one undo takes back; where the fix says so, the cursor goes to what is left to write. */
export function toWorkspaceEdit(document: vscode.TextDocument, { edits, caret }: Fix): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  result.set(
    document.uri,
    edits.map((edit, index) => {
      const range = toRange(document, edit);
      if (caret === undefined || index > 0) return vscode.TextEdit.replace(range, edit.text);
      const snippet = new vscode.SnippetString().appendText(edit.text.slice(0, caret));
      return vscode.SnippetTextEdit.replace(range, snippet.appendTabstop(0).appendText(edit.text.slice(caret)));
    }),
  );
  return result;
}
