import * as vscode from 'vscode';
import { addDays, isDate } from '../../../core/dates/calendar.ts';
import { showPicker } from './showPicker.ts';

/** A date to pick, and what picking it does. */
export interface DateItem extends vscode.QuickPickItem {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly isFree: boolean;
}

interface DatePickerOptions {
  readonly title: string;
  readonly today: string;
  /** The date that is active at first; undefined if there is none. */
  readonly initialDate: string | undefined;
  readonly toItem: (date: string) => DateItem;
}

/** Lets the writer pick one of the days around today, or type any other date. */
export async function pickDate({ title, today, initialDate, toItem }: DatePickerOptions): Promise<string | undefined> {
  const nearToday = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(today, index - DAYS_BEFORE_TODAY)).filter(
    (date) => date !== undefined,
  );
  const dates =
    initialDate === undefined || nearToday.includes(initialDate) ? nearToday : [...nearToday, initialDate].sort();
  const picker = vscode.window.createQuickPick<DateItem>();
  picker.title = title;
  picker.placeholder = 'Pick a day, or type a date: YYYY-MM-DD';
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  const items = dates.map(toItem);
  picker.items = items;
  picker.activeItems = items.filter(({ date }) => date === initialDate);
  picker.onDidChangeValue((value) => {
    const typed = value.trim();
    picker.items = isDate(typed) && !dates.includes(typed) ? [toItem(typed), ...items] : items;
  });
  picker.onDidAccept(() => {
    if (picker.selectedItems.length === 0) picker.hide();
  });
  return (await showPicker(picker))?.date;
}

const DAYS_SHOWN = 14;

const DAYS_BEFORE_TODAY = 3;
