import * as vscode from 'vscode';
import { addDays, isDate, weekday } from '../../../core/dates/calendar.ts';

/** A date to pick, with what picking it would do. */
export interface DateRow extends vscode.QuickPickItem {
  readonly date: string;
  readonly free: boolean;
}

interface DatePicker {
  readonly title: string;
  readonly today: string;
  /** The one at hand, by which Enter alone is right; undefined where none is. */
  readonly first: string | undefined;
  readonly row: (date: string) => DateRow;
}

/** The days around today to choose from, one of them at hand; any other date can be typed. */
export async function pickDate({ title, today, first, row }: DatePicker): Promise<string | undefined> {
  const around = Array.from({ length: 14 }, (_, days) => addDays(today, days - 3)).filter((date) => date !== undefined);
  const ahead = first === undefined || around.includes(first) ? around : [...around, first].sort();
  const picker = vscode.window.createQuickPick<DateRow>();
  picker.title = title;
  picker.placeholder = 'Pick a day, or type a date: YYYY-MM-DD';
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  const offered = ahead.map(row);
  picker.items = offered;
  picker.activeItems = offered.filter(({ date }) => date === first);
  picker.onDidChangeValue((value) => {
    const typed = value.trim();
    picker.items = isDate(typed) && !ahead.includes(typed) ? [row(typed), ...offered] : offered;
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.date);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

/** `Fri 2025-09-05` */
export function withWeekday(date: string): string {
  return `${WEEKDAYS[weekday(date) ?? 0]} ${date}`;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
