import * as vscode from 'vscode';
import { type InlayHint, inlayHintsIn } from '../../core/languageFeatures/inlayHints.ts';
import { knownAround, linkToDay } from '../documents/entryContext.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toSpan } from '../editor/convert.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { settingsFor } from '../newsrooms/settings.ts';

/** Shows between the words which earlier day cites an address too, and the number that a section will get. */
export function registerInlayHints(entries: EntryDocuments, newsrooms: Newsrooms): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints(document, range) {
      const known = knownAround({ entries, newsrooms }, document);
      const { inlayHints } = settingsFor(document.uri);
      if (!known || inlayHints === 'off' || (inlayHints === 'drafts' && known.stage !== 'draft')) return [];
      const { from, to } = toSpan(document, range);
      return inlayHintsIn(entries.entry(document), known.own, known.citing)
        .filter(({ at }) => from <= at && at <= to)
        .map((inlay) => hintOf(document, known.root, inlay));
    },
  };
  return vscode.Disposable.from(
    changed,
    entries.onDidChange(() => changed.fire()),
    vscode.languages.registerInlayHintsProvider({ language: 'markdown' }, provider),
  );
}

function hintOf(document: vscode.TextDocument, root: vscode.Uri, { at, text, tip, day }: InlayHint): vscode.InlayHint {
  const hint = new vscode.InlayHint(document.positionAt(at), text);
  hint.paddingLeft = true;
  hint.tooltip = day ? new vscode.MarkdownString(`${tip} ${linkToDay(root, 'Open it', day.path)}`) : tip;
  return hint;
}
