import * as vscode from 'vscode';
import { parseEntry } from '../../core/entry/parse.ts';
import { dayName } from '../../core/languageFeatures/completion.ts';
import { entryLink, itemAtAnchor } from '../../core/languageFeatures/entryLinks.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { placesIn, toRange } from '../editor/convert.ts';
import { textOf } from '../editor/fileSystem.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';

/** Opens earlier entries in the editor where a link leads to them, at the item that is meant. */
export function registerDocumentLinks(entries: EntryDocuments, newsrooms: Newsrooms): vscode.Disposable {
  const provider: vscode.DocumentLinkProvider<ToEntry> = {
    async provideDocumentLinks(document, token) {
      const root = newsrooms.rootOf(document.uri);
      if (!root || !entries.is(document)) return [];
      const site = await newsrooms.siteUrl(root);
      const { days } = newsrooms.at(root);
      if (token.isCancellationRequested) return [];
      const { text, blocks } = entries.entry(document);
      return blocks.flatMap(({ links }) =>
        links.flatMap(({ address }) => {
          const found = entryLink(unescaped(text.slice(address.from, address.to)), site, days);
          if (!found) return [];
          const file = vscode.Uri.joinPath(root, found.day.path);
          return new ToEntry(toRange(document, address), file, found.anchor, `Open ${dayName(found.day)}`);
        }),
      );
    },
    async resolveDocumentLink(link) {
      const text = await textOf(link.file);
      const from = text === undefined ? undefined : itemAtAnchor(parseEntry(text), link.anchor);
      const place = text === undefined || from === undefined ? undefined : placesIn(text).positionAt(from);
      link.target = place ? link.file.with({ fragment: `L${place.line + 1},${place.character + 1}` }) : link.file;
      return link;
    },
  };
  return vscode.languages.registerDocumentLinkProvider({ language: 'markdown' }, provider);
}

/** A link whose place in the other entry is worked out when it is followed. */
class ToEntry extends vscode.DocumentLink {
  readonly file: vscode.Uri;
  readonly anchor: string;

  constructor(range: vscode.Range, file: vscode.Uri, anchor: string, tooltip: string) {
    super(range);
    this.file = file;
    this.anchor = anchor;
    this.tooltip = tooltip;
  }
}

function unescaped(address: string): string {
  return address.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
