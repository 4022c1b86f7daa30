import * as vscode from 'vscode';
import { type BoldPair, followPending, openedBold, type PendingPair } from '../../core/compose/items/boldPair.ts';
import type { Edit } from '../../core/text/text.ts';
import type { Services } from '../documents/services.ts';
import { makeEdits } from '../editor/textEdits.ts';
import { insertAround, retryWhileTyping } from '../editor/whileTyping.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';

export interface BoldPairs extends vscode.Disposable {
  /** Follows a pair whose end has been inserted by something else. */
  follow(document: vscode.TextDocument, pair: BoldPair): void;
}

/** A pair in a document. */
type FollowedPair = PendingPair & { readonly document: vscode.TextDocument };

/** A pair whose end is about to be inserted. */
interface OpenedPair {
  readonly document: vscode.TextDocument;
  readonly pair: BoldPair;
}

/**
 * Closes bold text in entries as the editor closes brackets: typing `**` inserts its end, typing the end moves over it, and Tab leaves
 * it. The editor could only be told to do so for all Markdown files.
 */
export function openBoldPairs({ entries, documentChanges }: Pick<Services, 'entries' | 'documentChanges'>): BoldPairs {
  let opened: OpenedPair | undefined;
  let followed: FollowedPair | undefined;
  const insertEnd = (editor: vscode.TextEditor) =>
    retryWhileTyping(async () => {
      if (opened?.document !== editor.document) return true;
      const { to, end } = opened.pair;
      return insertAround(editor, { from: to, to }, '', end);
    });
  const deletePending = (editor: vscode.TextEditor) =>
    retryWhileTyping(async () => {
      const [deletion] = followed?.document === editor.document ? followed.deletions : [];
      if (!deletion) return true;
      // One at a time, so that `follow` recognizes each. The next attempt makes the next one.
      await makeEdits(editor, [{ ...deletion, text: '' }], { undoStopBefore: false, undoStopAfter: false });
      return false;
    });
  const follow = (editor: vscode.TextEditor, edit: Edit) => {
    const { document } = editor;
    if (opened?.document === document) {
      const { pair } = opened;
      const isEnd = edit.from === pair.to && edit.to === pair.to && edit.text === pair.end;
      const isInside = edit.from === pair.to && edit.to === pair.to && /^[^*\n]$/.test(edit.text);
      opened = isInside ? { document, pair: { ...pair, to: pair.to + 1 } } : undefined;
      if (isEnd) followed = { document, pair, deletions: [] };
      return;
    }
    if (followed?.document !== document) return;
    const hadDeletions = followed.deletions.length > 0;
    followed = { document, ...followPending(followed, edit, document.getText()) };
    const hasDeletions = followed.deletions.length > 0;
    if (hasDeletions && !hadDeletions) void deletePending(editor);
    if (!followed.pair && !hasDeletions) followed = undefined;
  };
  const open = (editor: vscode.TextEditor, { from, to, text }: Edit) => {
    const { document } = editor;
    const isTyped = text === '*' && from === to && editor.selections.length === 1;
    if (!isTyped || !entries.isEntry(document) || !settingsFor(document.uri).autoCloseBold) return;
    const pair = openedBold(entries.entryOf(document), from + 1);
    if (!pair) return;
    opened = { document, pair };
    void insertEnd(editor);
  };
  const onChange = ({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent) => {
    const editor = vscode.window.activeTextEditor;
    const [change, ...furtherChanges] = contentChanges;
    if (editor?.document !== document || !change || furtherChanges.length > 0 || reason !== undefined) {
      opened = undefined;
      followed = undefined;
      return;
    }
    const { rangeOffset, rangeLength, text } = change;
    const edit = { from: rangeOffset, to: rangeOffset + rangeLength, text };
    const wasFollowing = opened !== undefined || followed?.document === document;
    const pairBefore = followed?.pair;
    follow(editor, edit);
    // An asterisk of a pair that goes on is no opening one.
    if (!wasFollowing || (followed?.pair === pairBefore && followed?.deletions.length === 0)) open(editor, edit);
  };
  const subscription = documentChanges.onDidChangeActiveText(onChange);
  return {
    follow(document, pair) {
      followed = { document, pair, deletions: [] };
    },
    dispose: () => subscription.dispose(),
  };
}
