import * as vscode from 'vscode';
import { LOG_FORMS, type LogForm } from '../../../core/compose/days/startLog.ts';
import { findTimeZone, type TimeZone } from '../../../core/dates/timeZone.ts';
import { showPicker } from './showPicker.ts';

// The questions of *Start a Log Here*. Each has an answer filled in, so that Enter accepts it.

const TITLE = 'Start a Log';

interface FormItem extends vscode.QuickPickItem {
  readonly form?: LogForm;
}

/** How the entries are titled and counted. */
export async function pickLogForm(totalSteps: number): Promise<LogForm | undefined> {
  const picker = vscode.window.createQuickPick<FormItem>();
  picker.items = [
    ...LOG_FORMS.map((form) => ({
      label: form.title === undefined ? 'No number' : titleOf(form, 1),
      description: COUNT_WORDS[form.count],
      form,
    })),
    { label: 'Another form…', description: 'such as “Dispatch 12 from home”' },
  ];
  Object.assign(picker, { title: TITLE, placeholder: 'How is the first entry titled?', step: 1, totalSteps });
  const item = await showPicker(picker);
  if (!item) return undefined;
  return item.form ?? (await askForForm(totalSteps));
}

const COUNT_WORDS: Readonly<Record<LogForm['count'], string>> = {
  calendar: 'the number follows the calendar: a day without an entry counts',
  entries: 'one more each entry',
  weeks: 'one more each week',
  none: 'a title of its own for each entry',
};

async function askForForm(totalSteps: number): Promise<LogForm | undefined> {
  const title = await vscode.window.showInputBox({
    title: `${TITLE} (1/${totalSteps})`,
    prompt: 'The title of the entries, with {number} for their number.',
    value: 'Dispatch {number}',
    valueSelection: [0, 'Dispatch'.length],
    validateInput: (value) =>
      /^[^{}\n]*\{number\}[^{}\n]*$/.test(value.trim()) ? undefined : 'Write {number} once, where the number goes.',
  });
  if (title === undefined) return undefined;
  const counts = (['entries', 'calendar', 'weeks'] as const).map((count) => ({ label: COUNT_WORDS[count], count }));
  const answer = await vscode.window.showQuickPick(counts, {
    title: `${TITLE} (1/${totalSteps})`,
    placeHolder: 'How is it counted?',
  });
  return answer && { title: title.trim(), count: answer.count };
}

/** The number of the first entry. */
export async function pickFirstNumber(form: LogForm, totalSteps: number): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: `${TITLE} (2/${totalSteps})`,
    prompt: `What is the number of the first entry, as in “${titleOf(form, 1)}”? From it on, Daybook counts by itself.`,
    value: '1',
    validateInput: (value) => (/^\d{1,6}$/.test(value.trim()) ? undefined : 'Enter a number, such as 1.'),
  });
  return answer === undefined ? undefined : Number(answer);
}

/** The time zone of the dates. */
export async function pickTimeZone(defaultZone: TimeZone, totalSteps: number): Promise<TimeZone | undefined> {
  const names = new Set([defaultZone.name, ...Intl.supportedValuesOf('timeZone'), 'UTC']);
  const picker = vscode.window.createQuickPick();
  picker.items = [...names].map((label) => ({
    label,
    description: label === defaultZone.name ? 'the time zone here' : '',
  }));
  Object.assign(picker, {
    title: TITLE,
    placeholder: 'In which time zone are its dates?',
    step: totalSteps,
    totalSteps,
  });
  const name = (await showPicker(picker))?.label;
  return name === undefined ? undefined : findTimeZone(name);
}

function titleOf({ title }: LogForm, number: number): string {
  return (title ?? '').replace('{number}', String(number));
}
