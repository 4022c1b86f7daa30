import * as vscode from 'vscode';

/** A row of one of Daybook's views, as the menus of the view pass it to a command. */
export interface EntryRow {
  /** The entry that the row stands for or is part of. */
  readonly uri: vscode.Uri;
  /** Where in the entry the row's item begins; undefined if the row stands for the whole entry. */
  readonly offset?: number;
}

/** The file that a menu passed to a command, as a URI or as a row; undefined if the command was run without one. */
export function uriOf(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : rowOf(argument)?.uri;
}

/** The item of the row that a menu passed to a command. */
export function itemPlaceOf(argument: unknown): Required<EntryRow> | undefined {
  const row = rowOf(argument);
  return row?.offset === undefined ? undefined : { uri: row.uri, offset: row.offset };
}

function rowOf(argument: unknown): EntryRow | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument)) return undefined;
  const { uri } = argument;
  if (!(uri instanceof vscode.Uri)) return undefined;
  return 'offset' in argument && typeof argument.offset === 'number' ? { uri, offset: argument.offset } : { uri };
}
