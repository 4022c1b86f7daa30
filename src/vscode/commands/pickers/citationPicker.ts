import * as vscode from 'vscode';
import type { OutletUsage } from '../../../core/archive/outletUsage.ts';
import { citationsOf, SEPARATOR } from '../../../core/compose/citations/cite.ts';
import { sourcesOn, withOutletName } from '../../../core/compose/citations/pastedSources.ts';
import { dayName } from '../../../core/languageFeatures/completion.ts';
import { outletSuggestions } from '../../../core/languageFeatures/outletSuggestions.ts';
import type { Known } from '../../documents/entryContext.ts';

/** What is to be cited: addresses, as text that holds nothing else; an outlet; or both. */
export interface Source {
  /** Undefined where the address is still to come. */
  readonly text?: string | undefined;
  readonly name?: string;
}

interface Item extends vscode.QuickPickItem {
  readonly source: Source;
}

/** Lets the writer pick an outlet of the archive, or type an address or an outlet; what is on the clipboard comes first. */
export async function pickSource(known: Known, clipboard: string): Promise<Source | undefined> {
  const copied = sourcesOn({ text: clipboard });
  const address = copied?.length === 1 ? clipboard : undefined;
  const first = copied ? [itemOfText(known, clipboard, 'from the clipboard')] : [];
  const uses = known.uses();
  const outlets = (uses ? outletSuggestions(uses, known.outlets) : []).map((use) => itemOfOutlet(use, address));
  const pick = vscode.window.createQuickPick<Item>();
  const list = () => {
    const typed = pick.value.trim();
    if (typed === '') pick.items = [...first, ...outlets];
    else if (sourcesOn({ text: typed })) pick.items = [itemOfText(known, typed, 'as typed')];
    else pick.items = [...outlets, ...(uses?.named(typed) ? [] : [itemOfName(typed, address)])];
  };
  pick.title = 'Insert Citation';
  pick.placeholder =
    address === undefined ? 'An outlet, or an address' : 'An address, or the outlet for the one copied';
  pick.matchOnDescription = false;
  list();
  const source = await new Promise<Source | undefined>((resolve) => {
    pick.onDidChangeValue(list);
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item) resolve(item.source);
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return source;
}

function itemOfText({ outlets, tracking }: Known, text: string, description: string): Item {
  const sources = (sourcesOn({ text }) ?? []).map((source) => withOutletName(source, outlets));
  const names = sources.map(({ address, name }) => name ?? outlets.nameFor(address) ?? '');
  const detail = citationsOf(sources, outlets, tracking).join(SEPARATOR);
  return { label: names.join(SEPARATOR), description, detail, alwaysShow: true, source: { text } };
}

function itemOfOutlet({ name, count, last }: OutletUsage, text: string | undefined): Item {
  const often = count === 1 ? 'once' : `${count.toLocaleString('en-US')} times`;
  return { label: name, description: `cited ${often}, last on ${dayName(last)}`, source: { name, text } };
}

function itemOfName(name: string, text: string | undefined): Item {
  return { label: name, description: 'as typed', alwaysShow: true, source: { name, text } };
}
