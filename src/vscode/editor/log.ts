import * as vscode from 'vscode';

/**
 * The *Daybook* channel of the Output view: what was loaded, learned and skipped, and how long it took. It stays on this machine. Each line
 * has a level; *Developer: Set Log Level* chooses which are shown.
 */
export const log: vscode.LogOutputChannel = vscode.window.createOutputChannel('Daybook', { log: true });
