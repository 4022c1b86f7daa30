import * as vscode from 'vscode';
import { dayName } from '../../core/entry/dayName.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { entryLink, itemAtAnchor } from '../../core/languageFeatures/entryLinks.ts';
import { unescapeBackslashes } from '../../core/text/unescapeBackslashes.ts';
import type { Services } from '../documents/services.ts';
import { positionsIn, toRange } from '../editor/convert.ts';
import { readText } from '../editor/fileSystem.ts';

/** Makes links to entries of the newsroom open their files in the editor, at the linked item. */
export function registerDocumentLinks({ entries, newsrooms }: Services): vscode.Disposable {
  const provider: vscode.DocumentLinkProvider<LinkToEntry> = {
    async provideDocumentLinks(document, token) {
      const root = entries.contextOf(document)?.root;
      if (!root) return [];
      const siteUrl = await newsrooms.siteUrlOf(root);
      const context = entries.contextOf(document);
      if (!context || token.isCancellationRequested) return [];
      const { text, blocks } = context.entry;
      return blocks.flatMap(({ links }) =>
        links.flatMap(({ address }) => {
          const url = unescapeBackslashes(text.slice(address.from, address.to));
          const link = entryLink(url, siteUrl, context.newsroom.days);
          if (!link) return [];
          const file = vscode.Uri.joinPath(root, link.day.path);
          return new LinkToEntry(toRange(document, address), file, link.anchor, `Open ${dayName(link.day)}`);
        }),
      );
    },
    async resolveDocumentLink(link) {
      link.target = await targetOf(link);
      return link;
    },
  };
  return vscode.languages.registerDocumentLinkProvider({ language: 'markdown' }, provider);
}

/** The file of a linked entry, with the position of the linked item as its fragment. */
async function targetOf({ file, anchor }: LinkToEntry): Promise<vscode.Uri> {
  const text = await readText(file);
  const offset = text === undefined ? undefined : itemAtAnchor(parseEntry(text), anchor);
  if (text === undefined || offset === undefined) return file;
  const { line, character } = positionsIn(text).positionAt(offset);
  return file.with({ fragment: `L${line + 1},${character + 1}` });
}

/** A link whose target position is computed when it is followed. */
class LinkToEntry extends vscode.DocumentLink {
  readonly file: vscode.Uri;
  readonly anchor: string;

  constructor(range: vscode.Range, file: vscode.Uri, anchor: string, tooltip: string) {
    super(range);
    this.file = file;
    this.anchor = anchor;
    this.tooltip = tooltip;
  }
}
