import * as vscode from 'vscode';
import { keepOutletName, parseClipboardLinks } from '../../../core/compose/citations/clipboardLinks.ts';
import { CITATION_SEPARATOR, formatCitations } from '../../../core/compose/citations/formatCitations.ts';
import { dayName } from '../../../core/entry/dayName.ts';
import { type OutletName, outletNames } from '../../../core/languageFeatures/outletNames.ts';
import { fitsOutlet } from '../../../core/outlets/fitsOutlet.ts';
import { escapeIcons } from '../../../core/text/escapeMarkup.ts';
import type { EntryContext } from '../../documents/entryContext.ts';
import { showPicker } from './showPicker.ts';

/** What to cite: addresses, an outlet, or both. */
export interface CitationSource {
  /** Text that consists of addresses only; undefined if the writer will fill in the address. */
  readonly text?: string | undefined;
  readonly outletName?: string;
}

interface SourceItem extends vscode.QuickPickItem {
  readonly source: CitationSource;
}

/**
 * Lets the writer pick an outlet, or type an address or an outlet. Addresses on the clipboard come first; outlets that neither the archive
 * nor the entry cites come last. The citation goes to the offset `caret`.
 */
export async function pickCitation(
  context: EntryContext,
  caret: number,
  clipboard: string,
): Promise<CitationSource | undefined> {
  const links = parseClipboardLinks({ text: clipboard });
  const address = links?.length === 1 ? clipboard : undefined;
  const clipboardItems = links ? [addressItem(context, clipboard, 'from the clipboard')] : [];
  const usages = context.outletUsages();
  const outlets = usages ? outletNames(context.entry, caret, usages, context.ruleContext.outlets) : [];
  /** The copied address, if it may belong to the outlet: two things copied and typed at different times need not. */
  const addressFor = (name: string) =>
    address !== undefined && fitsOutlet(address, name, context.ruleContext.outlets) ? address : undefined;
  const outletItems = outlets.map((outlet) => outletItem(outlet, addressFor(outlet.name)));
  const picker = vscode.window.createQuickPick<SourceItem>();
  const updateItems = () => {
    const typed = picker.value.trim();
    if (typed === '') picker.items = [...clipboardItems, ...outletItems];
    else if (parseClipboardLinks({ text: typed })) picker.items = [addressItem(context, typed, 'as typed')];
    else if (outlets.some(({ name }) => name === typed)) picker.items = outletItems;
    else picker.items = [...outletItems, typedOutletItem(typed, addressFor(typed))];
  };
  picker.title = 'Insert Citation';
  picker.placeholder =
    address === undefined
      ? 'Pick or type an outlet, or type an address'
      : 'Pick or type the outlet of the copied address, or type another address';
  picker.matchOnDescription = false;
  updateItems();
  picker.onDidChangeValue(updateItems);
  return (await showPicker(picker))?.source;
}

function addressItem({ ruleContext }: EntryContext, text: string, description: string): SourceItem {
  const { outlets, trackingParameters } = ruleContext;
  const links = (parseClipboardLinks({ text }) ?? []).map((link) => keepOutletName(link, outlets));
  const names = links.map(({ address, name }) => name ?? outlets.suggestName(address) ?? '');
  const detail = formatCitations(links, outlets, trackingParameters).join(CITATION_SEPARATOR);
  return {
    label: escapeIcons(names.join(CITATION_SEPARATOR)),
    description,
    detail: escapeIcons(detail),
    alwaysShow: true,
    source: { text },
  };
}

function outletItem({ name, usage, origin }: OutletName, text: string | undefined): SourceItem {
  return { label: escapeIcons(name), description: usageText(usage, origin), source: { outletName: name, text } };
}

function usageText(usage: OutletName['usage'], origin: OutletName['origin']): string {
  if (!usage) return origin === 'entry' ? 'cited in this entry' : 'not cited yet';
  const times = usage.count === 1 ? 'once' : `${usage.count.toLocaleString('en-US')} times`;
  return `cited ${times}, last on ${dayName(usage.lastDay)}`;
}

function typedOutletItem(name: string, text: string | undefined): SourceItem {
  return { label: escapeIcons(name), description: 'as typed', alwaysShow: true, source: { outletName: name, text } };
}
