// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets
/** A form that a writer inserts by its prefix. Those that begin with a number are in `snippetCompletions.ts`. */
export interface EntrySnippet {
  readonly prefix: string;
  readonly description: string;
  /** Where it fits: on a line of its own, within a line, in the front matter, or at the top of a file without front matter. */
  readonly place: 'line' | 'text' | 'frontMatter' | 'file';
  /** In the editor's syntax for snippets. */
  readonly body: string;
}

export const entrySnippets: readonly EntrySnippet[] = [
  {
    prefix: 'db-entry',
    description:
      "A complete new entry, with this computer's time and offset. New Day takes these and the number from the archive.",
    place: 'file',
    body: [
      '---',
      'title: Day ${1:N}',
      'date: ${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE} ${CURRENT_HOUR}:${CURRENT_MINUTE}:00 ${CURRENT_TIMEZONE_OFFSET}',
      'description: \'"${2:Quote.}"\'',
      'image: "/uploads/day-${1:N}-${3:subject}.jpg"',
      '---',
      '',
      'TK/ **${4:Headline}**. ${5:Text.} ([${6:Outlet}](${7:https://}))',
      '',
      '$0',
    ].join('\n'),
  },
  {
    prefix: 'db-description',
    description: "Front matter: a pull quote. Double any apostrophe inside it (There''s).",
    place: 'frontMatter',
    body: 'description: \'"${1:Quote.}"\'',
  },
  {
    prefix: 'db-sentence',
    description: "Front matter: the day's headlines, separated by semicolons.",
    place: 'frontMatter',
    body: 'todayInOneSentence: ${1:First headline}; ${2:second headline}; and ${3:third headline}.',
  },
  {
    prefix: 'db-note',
    description: 'Front matter: a note above the entry, in HTML.',
    place: 'frontMatter',
    body: 'editorsNote: <p>${1:Note.}</p>',
  },
  {
    prefix: 'db-tk',
    description: 'A section that will get its number later.',
    place: 'line',
    body: 'TK/ **${1:Headline}**. ${2:Text.} ([${3:Outlet}](${4:https://}))$0',
  },
  {
    prefix: 'db-poll',
    description: 'A poll, after the numbered sections.',
    place: 'line',
    body: 'poll/ **${1:51%} of ${2|Americans,voters,likely voters,registered voters,adults,residents|} ${3:support it}**, ${4:while 49% do not}. ([${5:Pollster}](${6:https://}))$0',
  },
  {
    prefix: 'db-study',
    description: 'A study, survey or exit poll with a label of its own.',
    place: 'line',
    body: '${1|study,survey,exit poll|}/ **${2:Headline}**, ${3:detail}. ([${4:Outlet}](${5:https://}))$0',
  },
  {
    prefix: 'db-bullet',
    description: 'A related item below a section.',
    place: 'line',
    body: '* **${1:Headline}**. ${2:Text.} ([${3:Outlet}](${4:https://}))$0',
  },
  {
    prefix: 'db-correction',
    description: 'A bullet that begins with a word in square brackets.',
    place: 'line',
    body: '* \\\\[${1|Correction,Update,Clarification|}\\\\] **${2:Headline}**. ${3:Text.} ([${4:Outlet}](${5:https://}))$0',
  },
  {
    prefix: 'db-callback',
    description: 'A bullet about an earlier day: its link, headline and source.',
    place: 'line',
    body: '* **📌 [Day ${1:N}](${2:https://site}/${3:2026}/${4:01}/${5:31}/day-${1:N}/#${6:anchor}): ${7:Headline}**. ([${8:Outlet}](${9:https://}))$0',
  },
  {
    prefix: 'db-live',
    description: 'Links to live blogs, without brackets.',
    place: 'line',
    body: '* **💻 Live blogs**: [${1:Outlet}](${2:https://}) / [${3:Outlet}](${4:https://})$0',
  },
  {
    prefix: 'db-notables',
    description: 'The block of shorter items at the end: divider, heading and two items.',
    place: 'line',
    body: [
      '---',
      '',
      '### ✏️ Notables.',
      '',
      '1. **${1:Headline}**. ${2:Text.} ([${3:Outlet}](${4:https://}))',
      '',
      '2. **${5:Headline}**. ${6:Text.} ([${7:Outlet}](${8:https://}))$0',
    ].join('\n'),
  },
  {
    prefix: 'db-link',
    description: "One linked outlet, without a group's brackets.",
    place: 'text',
    body: '[${1:Outlet}](${2:https://})$0',
  },
  {
    prefix: 'db-cite',
    description: 'A group of one citation.',
    place: 'text',
    body: '([${1:Outlet}](${2:https://}))$0',
  },
  {
    prefix: 'db-cite-2',
    description: 'A group of two citations.',
    place: 'text',
    body: '([${1:Outlet}](${2:https://}) / [${3:Outlet}](${4:https://}))$0',
  },
  {
    prefix: 'db-cite-3',
    description: 'A group of three citations.',
    place: 'text',
    body: '([${1:Outlet}](${2:https://}) / [${3:Outlet}](${4:https://}) / [${5:Outlet}](${6:https://}))$0',
  },
  {
    prefix: 'db-also',
    description: 'One more citation: type it right after the last one in a group.',
    place: 'text',
    body: ' / [${1:Outlet}](${2:https://})$0',
  },
  {
    prefix: 'db-tweet',
    description: 'An embedded post.',
    place: 'line',
    body: '{% twitter ${1:https://} %}$0',
  },
  {
    prefix: 'db-quote',
    description: 'A quotation and who said it.',
    place: 'line',
    body: '> **${1:NAME}**: ${2:Words.}$0',
  },
  {
    prefix: 'db-calendar',
    description: 'A calendar: a heading and two dated rows.',
    place: 'line',
    body: [
      '* #### 📅 ${1:The Calendar}',
      '* **${2:🗳️} ${3:Nov. 3}**: ${4:Election Day}. \\\\',
      '**${5:🕰️} ${6:Nov. 8}**: ${7:Event}.$0',
    ].join('\n'),
  },
  {
    prefix: 'db-row',
    description: 'One more dated row for a calendar.',
    place: 'line',
    body: '**${1:🗳️} ${2:Nov. 3}**: ${3:Event}. \\\\$0',
  },
  {
    prefix: 'db-tracker',
    description: 'One row of a tracker: a figure and its source.',
    place: 'line',
    body: '**${1:Name} ${2:+1.0} points** ([${3:Outlet}](${4:https://})) \\\\$0',
  },
  {
    prefix: 'db-countdown',
    description: 'The countdown line at the end of an entry.',
    place: 'line',
    body: '*${1:The election} is in ${2:30} days.*$0',
  },
];
