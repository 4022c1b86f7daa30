import * as vscode from 'vscode';
import { outletUsages } from '../../../core/archive/outletUsage.ts';
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
  const known = context.known();
  const outlets = known ? outletNames(context.entry, caret, outletUsages(known.archive), context.outlets()) : [];
  /** The copied address, if it may belong to the outlet: two things copied and typed at different times need not. */
  const addressFor = (name: string) =>
    address !== undefined && fitsOutlet(address, name, context.outlets()) ? address : undefined;
  const outletItems = outlets.map((outlet) => outletItem(outlet, addressFor(outlet.name), !known?.isComplete));
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

function addressItem(context: EntryContext, text: string, description: string): SourceItem {
  const { trackingParameters } = context.ruleContext;
  const outlets = context.outlets();
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

function outletItem(outlet: OutletName, text: string | undefined, isPartial: boolean): SourceItem {
  const { name } = outlet;
  return { label: escapeIcons(name), description: usageText(outlet, isPartial), source: { outletName: name, text } };
}

/** `isPartial`: not all entries of the archive have been read, so that nothing can be counted, and no day is known to be the last. */
function usageText({ usage, origin }: OutletName, isPartial: boolean): string {
  if (!usage) return origin === 'entry' ? 'cited in this entry' : isPartial ? '' : 'not cited yet';
  if (isPartial) return `cited on ${dayName(usage.lastDay)}`;
  const times = usage.count === 1 ? 'once' : `${usage.count.toLocaleString('en-US')} times`;
  return `cited ${times}, last on ${dayName(usage.lastDay)}`;
}

function typedOutletItem(name: string, text: string | undefined): SourceItem {
  return { label: escapeIcons(name), description: 'as typed', alwaysShow: true, source: { outletName: name, text } };
}
