import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type NewDayRefusal, planNewDay } from '../../core/compose/days/newDay.ts';
import { newDayText } from '../../core/compose/days/newDayText.ts';
import { isTime, localDateTime } from '../../core/dates/timeZone.ts';
import { CannotRun, type Command, oneOf, parseArguments, reasonOf } from '../command.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';

/** `daybook new`: starts an entry with the right number and date. */
export const create: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, {
    root: { type: 'string' },
    date: { type: 'string' },
    time: { type: 'string' },
    day: { type: 'string' },
    published: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    format: { type: 'string' },
  });
  const format = oneOf('--format', values.format, ['text', 'json']);
  if (positionals[0] !== undefined) throw new CannotRun(`new takes no path, but was given ${positionals[0]}`);
  if (values.day !== undefined && !/^0*[1-9]\d{0,5}$/.test(values.day))
    throw new CannotRun(`--day is "${values.day}"; it must be a number from 1 to 999999`);
  if (values.date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.date))
    throw new CannotRun(`--date is "${values.date}"; it must be a date, YYYY-MM-DD`);
  if (values.time !== undefined && !isTime(values.time))
    throw new CannotRun(`--time is "${values.time}"; it must be HH:MM or HH:MM:SS`);
  const root = findRoot(values.root, [], context);
  const settings = loadSettings(root, context.error);
  const newsroom = readNewsroom(root, [], context, settings);
  const now = localDateTime(context.now, newsroom.zone());
  const template = settings.template === undefined ? undefined : templateAt(root, settings.template);
  const plan = planNewDay({
    date: values.date ?? now.date,
    time: values.time ?? now.time,
    zone: newsroom.zone(),
    epochs: newsroom.epochs(),
    days: newsroom.days,
    day: values.day === undefined ? undefined : Number(values.day),
    published: values.published ?? false,
    folders: settings.folders,
    fileName: settings.fileName,
  });
  if (!plan.ok) throw new CannotRun(explain(plan));
  const { path, day, date, title } = plan;
  const { text } = newDayText(plan, template);
  const file = join(root, path);
  if (existsSync(file)) throw new CannotRun(`${path} already exists`);
  if (!values['dry-run']) write(file, path, text);
  context.out(format === 'json' ? `${JSON.stringify({ path, day, date, title, text })}\n` : `${path}\n`);
  return 0;
};

function templateAt(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    throw new CannotRun(`cannot read the template ${path}: ${reasonOf(error)}`);
  }
}

function explain(refusal: NewDayRefusal): string {
  if (refusal.reason !== 'no-epoch') return refusal.message;
  const number = refusal.suggestedNumber ?? 'N';
  return `${refusal.message} Give it with --day ${number}${number === 'N' ? '' : ', if that is the number of that date (--day N)'}.`;
}

/** Never overwrites a file, even one created a moment ago. */
function write(file: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new CannotRun(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
