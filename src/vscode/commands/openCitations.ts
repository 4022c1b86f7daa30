import * as vscode from 'vscode';
import { parseWebAddress } from '../../core/compose/citations/formatCitations.ts';
import { itemAt } from '../../core/entry/items.ts';
import { citationLinks } from '../../core/languageFeatures/citationLinks.ts';
import { textOf } from '../../core/text/text.ts';
import { unescapeBackslashes } from '../../core/text/unescapeBackslashes.ts';
import { entryEditorAt } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { showInfo } from '../editor/notifications.ts';

/** *Open All Citations of This Item*: opens the cited pages of a row's item, or the one at the cursor, in the browser. */
export async function openCitations({ entries }: Services, argument: unknown): Promise<void> {
  const active = await entryEditorAt(entries, argument);
  if (!active) return;
  const { entry } = active.context;
  const { caret } = active;
  const blocks = itemAt(entry, caret)?.blocks ?? entry.blocks.filter(({ from, to }) => from <= caret && caret <= to);
  const addresses = blocks
    .flatMap(citationLinks)
    .map(({ address }) => parseWebAddress(unescapeBackslashes(textOf(entry.text, address))))
    .filter((address) => address !== undefined);
  const uniqueAddresses = new Set(addresses);
  const { size } = uniqueAddresses;
  if (size === 0) return showInfo('This item has no citations to open.');
  if (size > MAX_UNCONFIRMED && !(await confirm(size))) return;
  for (const address of uniqueAddresses) {
    // The editor asks the user about untrusted sites. Declining one cancels the rest.
    if (!(await vscode.env.openExternal(vscode.Uri.parse(address, true)))) return;
  }
}

/** The number of pages that are opened without confirmation. */
const MAX_UNCONFIRMED = 8;

async function confirm(count: number): Promise<boolean> {
  const open = `Open ${count} Pages`;
  const question = `This item has ${count} citations. Open all of them?`;
  return (await vscode.window.showWarningMessage(question, { modal: true }, open)) === open;
}
