import * as vscode from 'vscode';
import type { Fix, Problem, Related, Severity } from '../../core/lint/rule.ts';
import { lineAt, lineStarts } from '../../core/text/lineIndex.ts';
import type { Span } from '../../core/text/text.ts';

// Where spans and values of the core meet the editor's types.

/** Where the offsets of a text are as the editor counts: an open document says it, and so does `placesIn` any other text. */
export type Places = Pick<vscode.TextDocument, 'positionAt'>;

/** The places of a text that no editor has open. */
export function placesIn(text: string): Places {
  const starts = lineStarts(text);
  return {
    positionAt(offset) {
      const line = lineAt(starts, offset);
      return new vscode.Position(line, offset - (starts[line] ?? 0));
    },
  };
}

export function toRange(places: Places, { from, to }: Span): vscode.Range {
  return new vscode.Range(places.positionAt(from), places.positionAt(to));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
}

/** An entry's file, open or not, and its newsroom's root, from which other entries are found. */
interface Place {
  readonly uri: vscode.Uri;
  readonly root?: vscode.Uri | undefined;
}

export function toDiagnostic(places: Places, problem: Problem, place: Place): vscode.Diagnostic {
  const { message, severity, rule, related = [] } = problem;
  const diagnostic = new vscode.Diagnostic(toRange(places, problem), message, SEVERITIES[severity]);
  diagnostic.source = 'daybook';
  diagnostic.code = { value: rule, target: rulePageUri(rule) };
  diagnostic.relatedInformation = related.flatMap((other) => toRelated(places, other, place) ?? []);
  return diagnostic;
}

/** Another entry is shown from its first line on: only its path is known. */
function toRelated(
  places: Places,
  { path, message, ...span }: Related,
  { uri, root }: Place,
): vscode.DiagnosticRelatedInformation | undefined {
  if (path === undefined)
    return new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, toRange(places, span)), message);
  const start = new vscode.Position(0, 0);
  return (
    root &&
    new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.joinPath(root, path), start), message)
  );
}

/** The address of a rule's page in the editor; `explainRule.ts` has what stands there. */
export function rulePageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: RULE_PAGES, path: `/${rule}.md` });
}

export const RULE_PAGES = 'daybook-rule';

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
