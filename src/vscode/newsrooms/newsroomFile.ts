import * as vscode from 'vscode';
import { readNewsroomFile, type SettingsFile } from '../../core/settings/settingsFile.ts';
import { positionsIn, toRange } from '../editor/convert.ts';

export { withSettings } from '../../core/settings/editSettingsFile.ts';
export { readEditorFile } from '../../core/settings/settingsFile.ts';

/** The values in a settings file, and its problems as diagnostics. */
export interface ParsedNewsroomFile extends Pick<SettingsFile, 'values'> {
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/** Parses a newsroom's `daybook.json`. A chunk of its own: it needs all rules, and few newsrooms have such a file. */
export function parseNewsroomFile(text: string): ParsedNewsroomFile {
  const { values, problems } = readNewsroomFile(text);
  const positions = positionsIn(text);
  const diagnostics = problems.map((problem) => {
    const severity = problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    const diagnostic = new vscode.Diagnostic(toRange(positions, problem), problem.message, severity);
    diagnostic.source = 'daybook';
    return diagnostic;
  });
  return { values, diagnostics };
}
