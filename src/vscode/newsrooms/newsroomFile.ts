import * as vscode from 'vscode';
import { readNewsroomFile, type SettingsFile } from '../../core/settings/settingsFile.ts';
import { placesIn, toRange } from '../editor/convert.ts';

/** What a settings file says, and what is wrong in it as the editor shows it. */
export interface ReadFile extends Pick<SettingsFile, 'values'> {
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/** Reads a newsroom's `daybook.json`. Few newsrooms have one, and all rules are needed for it: see `settings.ts`. */
export function readFile(text: string): ReadFile {
  const { values, faults } = readNewsroomFile(text);
  const places = placesIn(text);
  const diagnostics = faults.map((fault) => {
    const severity = fault.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    const diagnostic = new vscode.Diagnostic(toRange(places, fault), fault.message, severity);
    diagnostic.source = 'daybook';
    return diagnostic;
  });
  return { values, diagnostics };
}
