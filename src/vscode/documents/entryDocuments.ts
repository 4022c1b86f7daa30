import * as vscode from 'vscode';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { fileNameOf, stageOf } from '../../core/files/paths.ts';
import { lint } from '../../core/lint/lint.ts';
import type { Problem, RuleContext } from '../../core/lint/rule.ts';
import { newsroomOf, ruleContextOf } from '../../core/newsroom/newsroom.ts';
import { onDidChangeSettings, settingsFor } from '../newsrooms/editorSettings.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { createEntryContext, type EntryContext } from './entryContext.ts';

/** Open documents as the core sees them: each is parsed and linted at most once per version, whichever feature needs it. */
export interface EntryDocuments {
  /** Whether a document is an entry: Markdown in a newsroom's folder of posts or drafts, or listed by `daybook.entries`. */
  isEntry(document: vscode.TextDocument): boolean;
  /** Whether a document would be an entry if Daybook were on in its newsroom. */
  isOff(document: vscode.TextDocument): boolean;
  /** The parsed text of a document, whether it is an entry or not. */
  entryOf(document: vscode.TextDocument): Entry;
  /** Everything that features need to know about an entry; undefined if the document is not an entry. */
  contextOf(document: vscode.TextDocument): EntryContext | undefined;
  problemsOf(document: vscode.TextDocument): readonly Problem[];
  /** Fires when contexts and problems may change although no text did: the archive or a setting changed. */
  readonly onDidChange: vscode.Event<void>;
}

interface CachedDocument {
  readonly version: number;
  readonly entry: Entry;
  context: EntryContext | undefined;
  problems: readonly Problem[] | undefined;
}

export function openEntryDocuments(newsrooms: Newsrooms): EntryDocuments & vscode.Disposable {
  let cache = new WeakMap<vscode.TextDocument, CachedDocument>();
  const changed = new vscode.EventEmitter<void>();
  const invalidate = () => {
    cache = new WeakMap();
    changed.fire();
  };
  const subscriptions = [changed, newsrooms.onDidChange(invalidate), onDidChangeSettings(invalidate)];

  const read = (document: vscode.TextDocument): CachedDocument => {
    const cached = cache.get(document);
    if (cached?.version === document.version) return cached;
    const entry = parseEntry(document.getText());
    const parsed = { version: document.version, entry, context: undefined, problems: undefined };
    cache.set(document, parsed);
    return parsed;
  };
  const rootOf = (document: vscode.TextDocument) =>
    document.languageId === 'markdown' ? newsrooms.rootOf(document.uri) : undefined;
  const contextOf = (document: vscode.TextDocument): EntryContext | undefined => {
    const root = rootOf(document);
    if (!root) return undefined;
    const cached = read(document);
    // Edits of other entries can renew the newsroom some time before it fires its event.
    const newsroom = newsrooms.newsroomAt(root);
    if (cached.context?.newsroom !== newsroom) {
      cached.context = createEntryContext(document, cached.entry, root, newsroom, {
        archive: () => newsrooms.archiveAt(root),
        known: () => newsrooms.knownAt(root),
      });
    }
    return cached.context;
  };
  return {
    isEntry: (document) => rootOf(document) !== undefined,
    isOff(document) {
      const root = document.languageId === 'markdown' ? newsrooms.possibleRootOf(document.uri) : undefined;
      return root !== undefined && !newsrooms.isOn(root);
    },
    entryOf: (document) => read(document).entry,
    contextOf,
    problemsOf(document) {
      const cached = read(document);
      cached.problems ??= lint(
        cached.entry,
        contextOf(document)?.ruleContext ?? ruleContextOutside(document, cached.entry),
        settingsFor(document.uri).rules,
      );
      return cached.problems;
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** The rule context of a file outside any newsroom. After a change of settings, a preview may still show one. */
function ruleContextOutside({ uri }: vscode.TextDocument, { text }: Entry): RuleContext {
  const stage = stageOf(uri.path, text, settingsFor(uri).folders);
  return ruleContextOf(EMPTY_NEWSROOM, fileNameOf(uri.path), stage);
}

const EMPTY_NEWSROOM = newsroomOf([], { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
