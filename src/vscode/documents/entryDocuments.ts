import * as vscode from 'vscode';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { fileNameOf, stageOf } from '../../core/files/paths.ts';
import { lint } from '../../core/lint/lint.ts';
import type { Problem, RuleContext } from '../../core/lint/rule.ts';
import { newsroomOf, ruleContextOf } from '../../core/newsroom/newsroom.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/settings.ts';

/** What the core says of open documents: each is parsed once and linted once a version, whoever asks. */
export interface EntryDocuments {
  /** Whether Daybook has to do with a document: Markdown in a newsroom's posts or drafts, or named by `daybook.entries`. */
  is(document: vscode.TextDocument): boolean;
  entry(document: vscode.TextDocument): Entry;
  surroundings(document: vscode.TextDocument): RuleContext;
  problems(document: vscode.TextDocument): readonly Problem[];
  /** Fires when the problems of a document may be others though its text is the same: the archive or a setting changed. */
  readonly onDidChange: vscode.Event<void>;
}

interface Known {
  readonly version: number;
  readonly entry: Entry;
  problems: readonly Problem[] | undefined;
}

export function openEntryDocuments(newsrooms: Newsrooms): EntryDocuments & vscode.Disposable {
  let known = new WeakMap<vscode.TextDocument, Known>();
  const changed = new vscode.EventEmitter<void>();
  const forget = () => {
    known = new WeakMap();
    changed.fire();
  };
  const subscriptions = [changed, newsrooms.onDidChange(forget), onDidChangeSettings(forget)];

  const read = (document: vscode.TextDocument): Known => {
    const before = known.get(document);
    if (before?.version === document.version) return before;
    const now = { version: document.version, entry: parseEntry(document.getText()), problems: undefined };
    known.set(document, now);
    return now;
  };
  const surroundings = (document: vscode.TextDocument): RuleContext => {
    const root = newsrooms.rootOf(document.uri);
    const { folders } = settingsFor(document.uri);
    const stage = stageOf(document.uri.path, document.getText(), folders);
    if (!root) return ruleContextOf(NOWHERE, fileNameOf(document.uri.path), stage);
    const path = document.uri.path.slice(root.path.replace(/\/$/, '').length + 1);
    return ruleContextOf(newsrooms.at(root), path, stage);
  };
  return {
    is: (document) => document.languageId === 'markdown' && newsrooms.rootOf(document.uri) !== undefined,
    entry: (document) => read(document).entry,
    surroundings,
    problems(document) {
      const now = read(document);
      now.problems ??= lint(now.entry, surroundings(document), settingsFor(document.uri).rules);
      return now.problems;
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** What is known of a file that lies in no newsroom. */
const NOWHERE = newsroomOf([], { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
