import * as vscode from 'vscode';
import { describeFacts, lineOf } from '../../core/newsroom/profile/describeProfile.ts';
import { profileOf } from '../../core/newsroom/profile/profile.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkup.ts';
import { type Span, touches } from '../../core/text/text.ts';
import type { EntryContext } from '../documents/entryContext.ts';

/** Over the title or the date, which of the facts that Daybook has learned it follows. */
export function factHover(
  { entry: { frontMatter }, newsroom }: EntryContext,
  offset: number,
): (Span & { readonly text: vscode.MarkdownString }) | undefined {
  const key = frontMatter?.keys.find((each) => touches(each, { from: offset, to: offset }));
  const names = key && FACTS_OF_KEY.get(key.name);
  if (!key || !names || newsroom.facts.entries() === 0) return undefined;
  const lines = describeFacts(profileOf(newsroom.facts))
    .filter(({ name }) => names.includes(name))
    .map(lineOf);
  const link = '[What Daybook learned](command:daybook.showProfile)';
  const text = new vscode.MarkdownString([...lines.map(escapeMarkdown), link].join('\n\n'));
  text.isTrusted = { enabledCommands: ['daybook.showProfile'] };
  return { from: key.from, to: key.to, text };
}

const FACTS_OF_KEY: ReadonlyMap<string, readonly string[]> = new Map([
  ['title', ['Count', 'Title']],
  ['date', ['Date', 'Time zone']],
]);
