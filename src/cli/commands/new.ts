import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newDay, type Refusal } from '../../core/compose/days/newDay.ts';
import { isTime, zonedNow } from '../../core/dates/timeZone.ts';
import { CannotRun, type Command, oneOf, parseArguments, reasonOf } from '../command.ts';
import { readNewsroom, rootOf } from '../newsroom/files.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';

/** `daybook new`: starts a day with the right number and date. */
export const create: Command = (args, surface) => {
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
    throw new CannotRun(`--day is "${values.day}"; it is a number from 1 on`);
  if (values.date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.date))
    throw new CannotRun(`--date is "${values.date}"; it is a date, YYYY-MM-DD`);
  if (values.time !== undefined && !isTime(values.time))
    throw new CannotRun(`--time is "${values.time}"; it is HH:MM or HH:MM:SS`);
  const root = rootOf(values.root, [], surface);
  const settings = settingsOf(root, surface.error);
  const newsroom = readNewsroom(root, [], surface, settings);
  const now = zonedNow(surface.now, newsroom.zone());
  const created = newDay({
    date: values.date ?? now.date,
    time: values.time ?? now.time,
    zone: newsroom.zone(),
    epochs: newsroom.epochs(),
    days: newsroom.days,
    day: values.day === undefined ? undefined : Number(values.day),
    published: values.published ?? false,
    folders: settings.folders,
    fileName: settings.fileName,
    template: settings.template === undefined ? undefined : templateAt(root, settings.template),
  });
  if (!created.ok) throw new CannotRun(explain(created));
  const { path, day, date, title, text } = created;
  const file = join(root, path);
  if (existsSync(file)) throw new CannotRun(`there is a file ${path} already`);
  if (!values['dry-run']) write(file, path, text);
  surface.out(format === 'json' ? `${JSON.stringify({ path, day, date, title, text })}\n` : `${path}\n`);
  return 0;
};

function templateAt(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (error) {
    throw new CannotRun(`cannot read the template ${path}: ${reasonOf(error)}`);
  }
}

function explain(refusal: Refusal): string {
  if (refusal.reason !== 'no-epoch') return refusal.message;
  const number = refusal.suggestion ?? 'N';
  return `${refusal.message} Give it with --day ${number}${number === 'N' ? '' : ', if that is the number of that date (--day N)'}.`;
}

/** Never over an existing file, even one that came into being a moment ago. */
function write(file: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new CannotRun(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
