import { rulesSchema } from './rulesSchema.ts';
import { type Schema, settingsSchema } from './schema.ts';

/** The schema of each setting by name, with all that people read about it. */
export function describedSettings(): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(settingsSchema()).map(([name, schema]) => [name, describe(name, schema)]));
}

function describe(name: string, schema: Schema): Schema {
  const { markdownDescription, enumDescriptions } = DESCRIPTIONS[name] ?? {};
  return {
    ...schema,
    ...(name === 'rules' && { properties: rulesSchema() }),
    ...(enumDescriptions && { enumDescriptions }),
    ...(markdownDescription !== undefined && { markdownDescription }),
  };
}

type Description = Pick<Schema, 'enumDescriptions'> & Required<Pick<Schema, 'markdownDescription'>>;

/** The description of each setting by name. A rule describes its own. Apart from the schema, because only that is in the extension. */
const DESCRIPTIONS: Readonly<Record<string, Description>> = {
  enabled: {
    markdownDescription:
      'Whether Daybook works on the entries of a newsroom. `auto` leaves blogs alone in which no post has a label, a citation group or a number. The command line works in any case.',
    enumDescriptions: [
      'On where an entry has a label, a citation group or a number, and where there are no entries yet.',
      'On, whatever the entries look like.',
      'Off: no views, problems, preview or citations from pasted addresses.',
    ],
  },
  posts: {
    markdownDescription: 'The name of the folder that contains the published entries.',
  },
  drafts: {
    markdownDescription: 'The name of the folder that contains the drafts.',
  },
  entries: {
    markdownDescription:
      'Globs for additional Markdown files that are entries, relative to the folder that contains the folders of posts and drafts. A glob that starts with `!` excludes files.',
  },
  timezone: {
    markdownDescription:
      'The time zone for dates, as an IANA name. If empty, Daybook uses the time zone in `_config.yml`, the one that the entries show, or the system time zone, in this order.',
  },
  engine: {
    markdownDescription:
      'The engine that turns Markdown into HTML. The preview, exported pages and some rules follow it.',
    enumDescriptions: [
      "The site's own engine: the one that `_config.yml` names, else kramdown where there is a `_config.yml`, GitHub's dialect for Hugo, Eleventy and Astro, and CommonMark elsewhere.",
      'CommonMark, with the options that `_config.yml` has for it.',
      "CommonMark with GitHub's tables, task lists, strikethrough and links.",
      'Kramdown, with the options that `_config.yml` has for it.',
    ],
  },
  epochs: {
    markdownDescription:
      'The dates on which a new count of days begins: the date `from` is Day `day`. If empty, Daybook learns the counts from the entries.',
  },
  count: {
    markdownDescription: 'How entries are counted.',
    enumDescriptions: [
      'As the entries show.',
      'One more each calendar day, with or without an entry.',
      'One more each entry.',
      'One more each week.',
      'Entries have no numbers.',
    ],
  },
  title: {
    markdownDescription:
      'The form of the titles of numbered entries, such as `Issue {number}`. If empty, Daybook learns it from the entries; a log without any has `Day {number}`.',
  },
  fileName: {
    markdownDescription:
      'The file name of published entries. `{date}`, `{year}`, `{day}` and `{title}` stand for the date, its year, the number and the words of the title. Drafts have the same name without the date. If empty, Daybook learns it from the entries.',
  },
  template: {
    markdownDescription:
      'A template file for new entries, as a path inside the newsroom. `{day}`, `{title}`, `{date}`, `{time}`, `{timestamp}` and `{weekday}` are replaced by the values of the new day, and `{cursor}` marks where you start writing.',
  },
  outlets: {
    markdownDescription:
      'The names of outlets by host. They override the names that Daybook knows or learns from the entries.',
  },
  ignoredOutlets: {
    markdownDescription: 'Hosts and names of outlets that the rules on outlets ignore.',
  },
  tracking: {
    markdownDescription:
      'Additional URL parameters to treat as tracking parameters. A parameter that starts with `!` is never treated as one.',
  },
  countdowns: {
    markdownDescription:
      'The events that entries count down to: the words that name the event, as in `The levy election is in 29 days.`, and its date.',
  },
  requiredKeys: {
    markdownDescription:
      'The front matter keys that a published entry must have, besides `title` and `date`. If not set, they are those that the entries around it have.',
  },
  'paste.enabled': {
    markdownDescription:
      'Whether web addresses that you paste or drop into an entry become citations, and images are saved among those of the log. If off, *Paste As…* still offers both, and *Paste as Citations* inserts citations.',
  },
  autoCloseBold: {
    markdownDescription:
      'Whether `Enter` at the end of an item with a headline starts the next one with the asterisks of its headline, and whether `**` closes itself. `Tab` leaves the bold text.',
  },
  foldAddresses: {
    markdownDescription:
      'Whether the addresses of links are folded to `…`, except on lines that contain a cursor or a problem. Copying and searching still use the whole text, and long lines wrap where the whole text would. *Toggle Folded Addresses* turns this on and off.',
  },
  inlayHints: {
    markdownDescription:
      'Which entries show inlay hints: the earlier day that cites the same page, and the number that a `TK/` label will get.',
    enumDescriptions: ['Drafts only.', 'Drafts and published entries.', 'No inlay hints.'],
  },
  'preview.openWithNewDay': {
    markdownDescription: 'Whether *New Day* opens the preview beside the new entry.',
  },
  'preview.theme': {
    markdownDescription: "The color theme of the preview. `editor` follows the editor's theme.",
    enumDescriptions: [
      "The colors of the editor's theme.",
      'Dark text on warm paper, in any theme of the editor.',
      'A light page.',
      'A dark page.',
      'Strong contrast, light or dark as the theme of the editor.',
    ],
  },
  'preview.zoom': {
    markdownDescription: 'The zoom level of the preview in percent, from 50 to 300.',
  },
  'preview.remoteImages': {
    markdownDescription:
      'Whether the preview loads images from other sites over `https:`. If off, it shows only the images in the newsroom. In a folder that you do not trust, it is off unless your own settings turn it on.',
  },
  'preview.styles': {
    markdownDescription:
      'Additional style sheets for the preview, as paths inside the newsroom. They are used only in trusted workspaces.',
  },
  'linkCheck.enabled': {
    markdownDescription:
      'Whether *Check Links* may use the network. It requests each page that an entry cites to see whether the page still exists. A newsroom cannot turn this on for you.',
  },
  rules: {
    markdownDescription:
      'The severity of each rule, or `off`. A rule that is not listed keeps its default severity, which is lower in drafts.',
  },
};
