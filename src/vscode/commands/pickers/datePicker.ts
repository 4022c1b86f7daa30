import * as vscode from 'vscode';
import {
  type DateChoice,
  type DateList,
  dateChoices,
  typedDateChoice,
} from '../../../core/compose/days/dateChoices.ts';
import { showPicker } from './showPicker.ts';

interface DateItem extends vscode.QuickPickItem {
  readonly date: string | undefined;
}

/** Lets the writer pick one of the days of a list, or type any other one. */
export async function pickDate(title: string, list: DateList): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<DateItem>();
  picker.title = title;
  picker.placeholder = 'Pick a day, or type one: today, tomorrow, monday, 3/23, +2, 2026-03-23';
  picker.matchOnDescription = true;
  const items = dateChoices(list).map(toItem);
  picker.items = items;
  picker.activeItems = items.filter(({ date }) => date === list.initialDate);
  const typedItem = (): DateItem | undefined => {
    const choice = typedDateChoice(picker.value, list);
    // Always shown: what was typed, such as "tomorrow", is not in the row that it stands for.
    return choice && { ...toItem(choice), alwaysShow: true };
  };
  picker.onDidChangeValue(() => {
    const item = typedItem();
    picker.items = item ? [item] : items;
  });
  // A row of the list before counts for nothing once a day is typed: who types fast is ahead of the list.
  const acceptedItem = () => typedItem() ?? picker.selectedItems[0];
  picker.onDidAccept(() => {
    if (!acceptedItem()) picker.hide();
  });
  return (await showPicker(picker, ({ date }) => date !== undefined, acceptedItem))?.date;
}

function toItem({ date, label, description, detail, isFree }: DateChoice): DateItem {
  const icon = isFree ? '$(calendar)' : '$(circle-slash)';
  return { label: `${icon} ${label}`, description, date, ...(detail !== undefined && { detail }) };
}
