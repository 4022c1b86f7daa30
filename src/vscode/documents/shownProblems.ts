import * as vscode from 'vscode';
import type { Entry } from '../../core/entry/entry.ts';
import type { Problem } from '../../core/lint/rule.ts';
import { type Construct, constructsAt } from '../../core/lint/unfinished/constructs.ts';
import { snippetAfter, spansAfter } from '../../core/lint/unfinished/typedChange.ts';
import { isUnfinished } from '../../core/lint/unfinished/waitingProblems.ts';
import type { Edit, Span } from '../../core/text/text.ts';
import type { DocumentChanges } from '../editor/documentChanges.ts';
import type { EntryDocuments } from './entryDocuments.ts';
import type { EntryMoves } from './entryMoves.ts';

/**
 * The problems to show while somebody writes. A structural fault of what is being typed, such as a bracket that is not closed yet, waits
 * until the cursor has left it, until the writer pauses, or until the file is saved. All other problems are shown at once, but none of an
 * entry that a command is moving.
 */
export interface ShownProblems extends vscode.Disposable {
  of(document: vscode.TextDocument): readonly Problem[];
  /** Fires when other problems are to be shown although the text is the same. */
  readonly onDidChange: vscode.Event<vscode.TextDocument>;
}

/** The last change, as long as its faults may wait. */
interface Typing {
  readonly document: vscode.TextDocument;
  /** The spans of the new text. */
  readonly spans: readonly Span[];
  /** Whether the change was made where the cursor was: by typing, pasting or completing. */
  readonly isAtCursor: boolean;
  readonly snippet: Span | undefined;
}

interface WaitingProblems {
  /** The problems of the document when this was computed. */
  readonly all: readonly Problem[];
  readonly waiting: ReadonlySet<Problem>;
}

export function openShownProblems(
  entries: EntryDocuments,
  entryMoves: Pick<EntryMoves, 'isUnderWay' | 'onDidEnd'>,
  { onDidChangeActiveText }: Pick<DocumentChanges, 'onDidChangeActiveText'>,
): ShownProblems {
  const changed = new vscode.EventEmitter<vscode.TextDocument>();
  let typing: Typing | undefined;
  let lastWaiting: WaitingProblems | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const release = () => {
    clearTimeout(timer);
    const document = typing?.document;
    const hasWaiting = lastWaiting !== undefined && lastWaiting.waiting.size > 0;
    typing = undefined;
    lastWaiting = undefined;
    if (document && hasWaiting) changed.fire(document);
  };
  const onText = ({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent) => {
    const edits = contentChanges.map(toEdit);
    const isTyped = reason === undefined && edits.length <= MAX_EDITS && entries.isEntry(document);
    if (!isTyped) return release();
    // The cursor's new position is only known with the next event: what it was before tells where the change was made.
    const cursors = vscode.window.activeTextEditor?.selections ?? [];
    const isAtCursor = contentChanges.some(({ range }) => cursors.some((cursor) => touches(cursor, range)));
    const snippetBefore = typing?.document === document ? typing.snippet : undefined;
    typing = { document, spans: spansAfter(edits), isAtCursor, snippet: snippetAfter(snippetBefore, edits) };
    lastWaiting = undefined;
    clearTimeout(timer);
    timer = setTimeout(release, PAUSE_MS);
    return undefined;
  };
  const onCursor = ({ textEditor }: vscode.TextEditorSelectionChangeEvent) => {
    if (!typing || textEditor.document !== typing.document) return;
    const cursors = cursorsIn(typing.document);
    const isInSnippet = cursors.some((cursor) => typing?.snippet && contains(typing.snippet, cursor));
    const isAtCursor = typing.isAtCursor || isInside(typing.spans, cursors);
    const mayWaitNow = isAtCursor && !typing.isAtCursor;
    typing = { ...typing, isAtCursor, snippet: isInSnippet ? typing.snippet : undefined };
    if (!lastWaiting) return;
    if (mayWaitNow) {
      lastWaiting = undefined;
      changed.fire(typing.document);
      return;
    }
    const constructs = constructsAround(entries.entryOf(typing.document), cursors, typing.snippet);
    const stillWaiting = [...lastWaiting.waiting].filter((problem) => isUnfinished(problem, constructs));
    if (stillWaiting.length === lastWaiting.waiting.size) return;
    lastWaiting = { ...lastWaiting, waiting: new Set(stillWaiting) };
    changed.fire(typing.document);
  };
  const waitingIn = (document: vscode.TextDocument, all: readonly Problem[]): ReadonlySet<Problem> => {
    if (lastWaiting?.all === all) return lastWaiting.waiting;
    const cursors = cursorsIn(document);
    if (!typing || !(typing.isAtCursor || isInside(typing.spans, cursors))) return new Set();
    const ends = typing.spans.map(({ to }) => to);
    const constructs = constructsAround(entries.entryOf(document), [...ends, ...cursors], typing.snippet);
    lastWaiting = { all, waiting: new Set(all.filter((problem) => isUnfinished(problem, constructs))) };
    return lastWaiting.waiting;
  };
  const subscriptions = vscode.Disposable.from(
    changed,
    entryMoves.onDidEnd((document) => changed.fire(document)),
    onDidChangeActiveText(onText),
    vscode.window.onDidChangeTextEditorSelection(onCursor),
    vscode.window.onDidChangeActiveTextEditor(release),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (document === typing?.document) release();
    }),
  );
  return {
    of(document) {
      if (entryMoves.isUnderWay(document)) return [];
      const all = entries.problemsOf(document);
      if (typing?.document !== document || all.length === 0) return all;
      const waiting = waitingIn(document, all);
      return waiting.size === 0 ? all : all.filter((problem) => !waiting.has(problem));
    },
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

/** How long a fault waits after the last key. */
const PAUSE_MS = 2000;

/** A change of more places at once is not typed. */
const MAX_EDITS = 50;

function toEdit({ rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent): Edit {
  return { from: rangeOffset, to: rangeOffset + rangeLength, text };
}

function touches(first: vscode.Range, second: vscode.Range): boolean {
  return first.start.isBeforeOrEqual(second.end) && second.start.isBeforeOrEqual(first.end);
}

function cursorsIn(document: vscode.TextDocument): number[] {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? editor.selections.map(({ active }) => document.offsetAt(active)) : [];
}

function constructsAround(entry: Entry, offsets: readonly number[], snippet: Span | undefined): Construct[] {
  const constructs = [...new Set(offsets)].flatMap((offset) => constructsAt(entry, offset));
  return snippet ? [...constructs, { kind: 'snippet', ...snippet }] : constructs;
}

function isInside(spans: readonly Span[], offsets: readonly number[]): boolean {
  return offsets.some((offset) => spans.some((span) => contains(span, offset)));
}

function contains({ from, to }: Span, offset: number): boolean {
  return from <= offset && offset <= to;
}
