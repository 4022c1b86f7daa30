import * as vscode from 'vscode';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import { openDocumentAt } from '../editor/openDocuments.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/** An entry that a command moved, with its text before and after. */
interface EntryMove {
  readonly from: vscode.Uri;
  readonly to: vscode.Uri;
  readonly textBefore: string;
  readonly textAfter: string;
  /** Whether the command saved the entry. */
  readonly isSaved: boolean;
}

/**
 * Follows commands that move an entry's file and change its text. The editor does one after the other, also when it undoes or redoes the
 * command. In between, the entry has problems that are nobody's, such as the `TK/` of a post.
 */
export interface EntryMoves extends vscode.Disposable {
  /** Runs a command that moves an entry, which is under way until that ends. If its file stays where it is, it never is. */
  during<T>(move: Pick<EntryMove, 'from' | 'to'>, work: () => Promise<T>): Promise<T>;
  /** Remembers a move, to follow its undo and redo. A saved entry is saved again then: the editor moves the file, but does not save its text. */
  remember(move: EntryMove): void;
  /** Whether an entry is being moved, so that its problems say nothing yet. */
  isUnderWay(document: vscode.TextDocument): boolean;
  /** Fires when an entry is no longer under way. */
  readonly onDidEnd: vscode.Event<vscode.TextDocument>;
}

export function openEntryMoves(
  newsrooms: Pick<Newsrooms, 'rootOf' | 'recheck'>,
  { onDidChangeText }: Pick<DocumentChanges, 'onDidChangeText'>,
): EntryMoves {
  const moves: EntryMove[] = [];
  const ended = new vscode.EventEmitter<vscode.TextDocument>();
  /** The entries under way, with the timers that end it in any case. */
  const underWay = new Map<string, ReturnType<typeof setTimeout>>();
  const start = (uri: vscode.Uri) => {
    clearTimeout(underWay.get(uri.toString()));
    const timer = setTimeout(() => end(uri), MAX_MOVE_MS);
    underWay.set(uri.toString(), timer);
  };
  const end = (uri: vscode.Uri) => {
    clearTimeout(underWay.get(uri.toString()));
    if (!underWay.delete(uri.toString())) return;
    const document = openDocumentAt(uri);
    if (document) ended.fire(document);
  };
  /** Starts to follow an undo or redo with its first step, before anything shows the problems of what it leaves. */
  const onStep = (document: vscode.TextDocument) => {
    const isHere = (uri: vscode.Uri) => uri.toString() === document.uri.toString();
    const isStep = ({ from, to, textBefore, textAfter }: EntryMove) => {
      if (!isHere(from) && !isHere(to)) return false;
      const text = document.getText();
      return text === textBefore || (text === textAfter && isHere(from));
    };
    if (moves.some(isStep)) start(document.uri);
  };
  const followRename = async (oldUri: vscode.Uri, newUri: vscode.Uri) => {
    const isMove = (from: vscode.Uri, to: vscode.Uri) =>
      from.toString() === oldUri.toString() && to.toString() === newUri.toString();
    const undone = moves.findLast(({ from, to }) => isMove(to, from));
    const move = undone ?? moves.findLast(({ from, to }) => isMove(from, to));
    if (!move) return;
    start(newUri);
    const document = await openOnceEqual(newUri, undone ? move.textBefore : move.textAfter);
    if (move.isSaved && document?.isDirty) await document.save();
    const root = newsrooms.rootOf(newUri);
    if (root) await Promise.all([oldUri, newUri].map((uri) => newsrooms.recheck(root, uri)));
    end(newUri);
  };
  const subscriptions = vscode.Disposable.from(
    ended,
    onDidChangeText(({ document, reason }) => {
      if (reason !== undefined) onStep(document);
    }),
    vscode.workspace.onDidOpenTextDocument(onStep),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) void followRename(oldUri, newUri);
    }),
  );
  return {
    async during({ from, to }, work) {
      if (from.toString() !== to.toString()) start(to);
      try {
        return await work();
      } finally {
        end(to);
      }
    },
    remember(move) {
      if (move.from.toString() === move.to.toString()) return;
      moves.push(move);
      if (moves.length > MAX_MOVES) moves.shift();
    },
    isUnderWay: ({ uri }) => underWay.has(uri.toString()),
    onDidEnd: ended.event,
    dispose() {
      for (const timer of underWay.values()) clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

/** Nobody undoes more. */
const MAX_MOVES = 20;

/** Problems that an entry still has after so long are its own. */
const MAX_MOVE_MS = 5000;

/** Waits until an open document has a text, which the editor restores before or after it moves the file; undefined if it does not for a while. */
async function openOnceEqual(uri: vscode.Uri, text: string): Promise<vscode.TextDocument | undefined> {
  const end = Date.now() + RESTORE_TIMEOUT_MS;
  for (;;) {
    const document = openDocumentAt(uri);
    if (document?.getText() === text) return document;
    if (Date.now() > end) return undefined;
    await new Promise<void>((resolve) => setTimeout(resolve, POLL_MS));
  }
}

const RESTORE_TIMEOUT_MS = 5000;
const POLL_MS = 50;
