import type { TimeZone } from '../../dates/timeZone.ts';
import { parseEntry } from '../../entry/parse.ts';
import { readDay } from '../../entry/readDay.ts';
import { newsroomOf } from '../../newsroom/newsroom.ts';
import type { CountKind } from '../../newsroom/profile/countFact.ts';
import { type NewDayRefusal, type PlannedDay, planNewDay } from './newDay.ts';
import { newDayText } from './newDayText.ts';

/** How the entries of a new log are titled and counted. */
export interface LogForm {
  /** `Issue {number}`; undefined if each entry has a title of its own. */
  readonly title: string | undefined;
  readonly count: CountKind;
}

/** What writers usually choose, the most usual first. */
export const LOG_FORMS: readonly LogForm[] = [
  { title: 'Day {number}', count: 'calendar' },
  { title: 'Day {number}', count: 'entries' },
  { title: 'Issue {number}', count: 'entries' },
  { title: 'Week {number}', count: 'weeks' },
  { title: 'No. {number}', count: 'entries' },
  { title: undefined, count: 'none' },
];

export interface StartRequest extends LogForm {
  /** The number of the first entry; ignored in a log without numbers. */
  readonly number: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` or `HH:MM:SS` */
  readonly time: string;
  readonly zone: TimeZone;
  /** The time zone that the site's configuration or the settings name already. */
  readonly configuredZone: string | undefined;
  readonly systemZone: string;
  readonly folders: { readonly posts: string; readonly drafts: string };
  /** The folder for entries on a site that keeps its drafts with its posts; undefined to use the folder of drafts. */
  readonly entryFolder?: string | undefined;
  readonly template?: string | undefined;
}

/** The first entry of a log, and what has to be in the newsroom's settings because the entry alone does not show it. */
export interface StartedLog {
  readonly ok: true;
  readonly path: string;
  readonly text: string;
  /** The offset at which the writer starts. */
  readonly cursor: number;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Plans the first entry of a log. */
export function startLog(request: StartRequest): StartedLog | NewDayRefusal {
  const { title, count, number, date, time, zone, configuredZone, systemZone, entryFolder } = request;
  const chosen = newsroomOf([], {
    timezone: zone.name,
    epochs: [],
    systemZone: () => systemZone,
    conventions: { title, count },
  }).conventions();
  const { fileName } = chosen;
  // Other generators than Jekyll do not know the extension `.markdown`.
  const pattern = entryFolder === undefined ? fileName.pattern : fileName.pattern.replace(/\.markdown$/, '.md');
  const conventions = { ...chosen, fileName: { ...fileName, pattern } };
  const isInPlace = entryFolder !== undefined;
  const plan = planNewDay({
    date,
    time,
    zone,
    conventions,
    epochs: [],
    days: [],
    day: count === 'none' ? undefined : number,
    published: isInPlace,
    folders: isInPlace ? { posts: entryFolder, drafts: entryFolder } : request.folders,
  });
  if (!plan.ok) return plan;
  const { text, cursor } = newDayText(plan, request.template);
  const learned = newsroomOf([readDay(parseEntry(text), plan.path, true)], {
    timezone: configuredZone,
    epochs: [],
    systemZone: () => systemZone,
  });
  return {
    ok: true,
    path: plan.path,
    text,
    cursor,
    settings: {
      ...(isInPlace && { entries: entryGlobs(entryFolder) }),
      ...(title !== undefined && !hasTitle(learned.conventions().title, plan) && { title }),
      ...(count !== learned.conventions().count && { count }),
      ...(zone.name !== learned.zone().name && { timezone: zone.name }),
    },
  };
}

/** The globs for the Markdown files of a folder that are entries. */
export function entryGlobs(folder: string): readonly string[] {
  return [`${folder}/**/*.md`, '!**/_index.md'];
}

type TitleForm = PlannedDay['titleForm'];

function hasTitle(learned: TitleForm, { titleForm }: PlannedDay): boolean {
  return learned?.prefix === titleForm?.prefix && learned?.suffix === titleForm?.suffix;
}
