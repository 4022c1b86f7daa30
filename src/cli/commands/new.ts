import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modelOf, newestDays } from '../../core/compose/days/entryModel.ts';
import { type NewDayRefusal, planNewDay } from '../../core/compose/days/newDay.ts';
import { newDayText } from '../../core/compose/days/newDayText.ts';
import { isTime, localDateTime } from '../../core/dates/timeZone.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { CannotRun, type Command, oneOf, parseArguments, reasonOf } from '../command.ts';
import { isBelow } from '../newsroom/fileSystem.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { readNewsroom } from '../newsroom/readNewsroom.ts';
import { decode, tryReadSource } from '../newsroom/sourceFile.ts';
import { plainJson, plainText } from '../terminal/plainText.ts';

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
    conventions: newsroom.conventions(),
  });
  if (!plan.ok) throw new CannotRun(explain(plan));
  const { path, title, timestamp } = plan;
  const day = plan.day ?? null;
  const date = plan.date ?? timestamp.slice(0, 10);
  const { text } = newDayText(plan, template, modelOf(newestEntries(root, newsroom)));
  const file = join(root, path);
  if (existsSync(file)) throw new CannotRun(`${path} already exists`);
  if (!values['dry-run']) write(file, path, text);
  context.out(
    format === 'json' ? `${plainJson(JSON.stringify({ path, day, date, title, text }))}\n` : `${plainText(path)}\n`,
  );
  return 0;
};

/** The newest published entries, the newest first. */
function newestEntries(root: string, { days }: Newsroom): readonly Entry[] {
  return newestDays(days).flatMap(({ path }) => {
    const source = tryReadSource(join(root, path), root, () => {});
    return source ? [parseEntry(decode(source))] : [];
  });
}

function templateAt(root: string, path: string): string {
  try {
    const file = join(root, path);
    if (!isBelow(root, file)) throw new Error('a link leads out of the newsroom');
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CannotRun(`cannot read the template ${path}: ${reasonOf(error)}`);
  }
}

function explain(refusal: NewDayRefusal): string {
  if (refusal.reason !== 'no-epoch') return refusal.message;
  const number = refusal.suggestedNumber ?? 'N';
  return `${refusal.message} Give it with --day ${number}${number === 'N' ? '' : ', if that is the number of that date (--day N)'}.`;
}

/** Never overwrites a file, even one created a moment ago, and leaves none that is incomplete, as on a full disk. */
function write(file: string, path: string, text: string): void {
  let isCreated = false;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(file, 'wx');
    isCreated = true;
    try {
      writeFileSync(descriptor, text);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (isCreated) rmSync(file, { force: true });
    throw new CannotRun(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
