import { test } from 'node:test';
import { checkNothingReported } from '../../support/checkRule.ts';
import { everyRule, ruleContext } from '../../support/ruleContext.ts';

// Unusual but correct text: no rule reports it in a draft or a published entry, not even a rule that is off by default.

const FRONT = '---\ntitle: Day 12\ndate: 2031-01-31 09:30:00 -08:00\n---\n';
const A = '[Valley Post](https://valley.example/1)';
const B = '[Herald](https://herald.example/2)';
const C = '[Gallup](https://gallup.example/3)';
const HEAD = '1/ **The mayor resigned**. She left at noon.';
const FIRST = `${HEAD} (${A})`;

test('the same outlet twice with different addresses', () => {
  checkAccepted(`${HEAD} (${A} / [Valley Post](https://valley.example/2))`);
  checkAccepted(`${HEAD} (${A} / ${B} / [Valley Post](https://valley.example/live/2031/01/31#post-7))`);
  checkAccepted(
    `${HEAD} (${A} / [Valley Post](https://valley.example/1?id=7) / [Valley Post](https://valley.example/1?page=2))`,
  );
  checkAccepted(
    `${HEAD} ([CNN](https://www.cnn.com/a) / [CNN](https://www.cnn.com/b) / [CNN](https://edition.cnn.com/c))`,
  );
});

test('live blogs and sources without brackets', () => {
  checkAccepted(`${FIRST}\n\n* **Live blogs**: ${A} / ${B}`);
  checkAccepted(`${FIRST}\n\n* **Live blog:** ${A}`);
  checkAccepted(`${FIRST}\n\n* Sources: ${A} / ${B} / ${C}`);
  checkAccepted(`${FIRST}\n\n* **Live Updates:** ${A} / ${B}`);
  checkAccepted(`${FIRST}\n\n* ${A} / ${B}`);
  checkAccepted(`${FIRST}\n\n* ${A}`);
});

test('tracker rows, one on a line', () => {
  checkAccepted(`* **Reyes +1.0 points** (${C}) \\\n  **Okafor +2.0 points** (${A})`);
  checkAccepted(`**Reyes +1.0 points** (${C}) \\\n**Okafor +2.0 points** (${A}) \\\n**Even** (${B})`);
  checkAccepted(
    `**Reyes +1.0 points** ([538](https://projects.fivethirtyeight.com/polls/)) \\\n**Okafor +2.0** (${B})`,
  );
  checkAccepted('**Nov. 5**: The levy is voted on. \\\n**Jan. 20**: The new mayor takes office.');
});

test('bullets that are only a headline, without a full stop', () => {
  checkAccepted(`${FIRST}\n\n* **The harbor is closed**`);
  checkAccepted(`${FIRST}\n\n* **The harbor is closed** (${A})`);
  checkAccepted(`${FIRST}\n\n* **The harbor is closed**\n\n* **The ferry is late**`);
  checkAccepted(`${FIRST}\n\n* **"The harbor is closed."** (${A} / ${B})`);
});

test('a poll in a bullet or in a list of notables', () => {
  checkAccepted(`${FIRST}\n\n* poll/ **51% want the levy**. (${C})`);
  checkAccepted(`${FIRST}\n\n* poll/ **51% want the levy** – 40% do not. (${C} / ${A})`);
  checkAccepted(
    `${FIRST}\n\n### Notables.\n\n1. **The ferry sank**. Nobody was aboard. (${A})\n\n2. poll/ **51% want it**. (${C})`,
  );
});

test('polls and named sections between numbered ones have no number', () => {
  checkAccepted(
    `${FIRST}\n\npoll/ **51% want the levy**. 40% do not. (${C})\n\n2/ **The ferry sank**. Nobody was aboard. (${B})`,
  );
  checkAccepted(
    `${FIRST}\n\nstudy/ **Rain grows**. By a tenth in a decade. (${C})\n\n2/ **The ferry sank**. It did. (${B})`,
  );
  checkAccepted(`${FIRST}\n\nexit poll/ **51% wanted the levy**. 40% did not. (${C})`);
});

test('curly quotes and no-break spaces in links to earlier entries', () => {
  checkAccepted(
    `${HEAD} See [Day 11](https://log.example/2031/01/30/day-11/#2-the-“grand”-plan-of-the-mayor’s). (${A})`,
  );
  checkAccepted(
    `* **📌 [Day 11](https://log.example/2031/01/30/day-11/#3-51\u00a0percent-want-the-levy): The levy**. (${A})`,
  );
  checkAccepted(`* **📌 [Day 11](/2031/01/30/day-11/#3-51\u00a0percent-want-the-levy)**: The levy. (${A})`);
  checkAccepted(
    `* **📌 [Day 11](/2031/01/30/day-11/#2-the-%E2%80%9Cgrand%E2%80%9D-plan-of-the-mayor%E2%80%99s)**: More. (${A})`,
  );
  checkAccepted(`* **📌 [Day 11](/2031/01/30/day-11/): The whole of it**. (${A})`);
});

test('an emoji, an escaped bracket or a hashtag before the citations', () => {
  checkAccepted(`${HEAD} Done! 🎉 (${A})`);
  checkAccepted(`${HEAD} Done. 🤷‍♀️ (${A})`);
  checkAccepted(`${HEAD} \\[See also: the ferry\\] (${A})`);
  checkAccepted(`${HEAD} \\[Editor's note: She left at one.\\] (${A} / ${B})`);
  checkAccepted(`${HEAD} She wrote: #goodbye (${A})`);
  checkAccepted(`${HEAD} She wrote it twice. #goodbye #harbor (${A})`);
});

test('an escaped bracket at the start of a line', () => {
  checkAccepted(`${FIRST}\n\n\\(An aside of our own.\\) (${A})`);
  checkAccepted(`1/ \\(Updated\\) **The mayor resigned**. She left at noon. (${A})`);
  checkAccepted(`* \\[Updated\\] **The mayor resigned**. She left at noon. (${A})`);
});

test('a Liquid tag of several lines', () => {
  checkAccepted(`${FIRST}\n\n{% twitter\nhttps://twitter.com/a/status/1\n%}`);
  checkAccepted(
    `${FIRST}\n\n{% twitter\n  https://twitter.com/a/status/1\n  maxwidth=500 limit=5\n%}\n\n2/ **More**. It rained. (${B})`,
  );
});

test('no line break at the end, one, and several', () => {
  for (const end of ['', '\n', '\n\n\n']) checkAccepted(FIRST + end);
  for (const end of ['', '\n']) checkAccepted(`${FIRST}\n\n* **The harbor is closed**${end}`);
});

test('Windows line breaks', () => {
  checkAccepted(`${FIRST}\n\n* **More**. It rained. (${B})\n`, (text) => text.replaceAll('\n', '\r\n'));
});

test('every form of a headline', () => {
  for (const content of [
    '**The mayor resigned**. She left.',
    '**The mayor resigned**, leaving at noon.',
    '**The mayor resigned** at noon.',
    '**The mayor said "I resign."** She left.',
    '**"I resign."** She left.',
    '**The mayor resigned.** She left.',
    '**The mayor resigned** – she left.',
    '**The mayor resigned** — she left.',
    '**The mayor resigned**; nobody knew.',
    '**The mayor resigned**: "I am done."',
    '**Did the mayor resign?** She did.',
    '**The mayor resigned** (at last).',
    '🚢 **The ferry sank**. She left.',
    '\\[Updated\\] **The ferry sank**. She left.',
    '*Updated*: **The ferry sank**. She left.',
  ]) {
    checkAccepted(`1/ ${content} (${A} / ${B})`);
    checkAccepted(`${FIRST}\n\n* ${content} (${B})`);
  }
});

test('other blocks between items', () => {
  checkAccepted(
    `${FIRST}\n\n---\n\n### ✏️ Notables.\n\n1. **The ferry sank**. Nobody was aboard. (${B})\n\n*See you tomorrow.*`,
  );
  checkAccepted(
    `${FIRST}\n\n<!-- notables:start -->\n\n1. **The ferry sank**. It did. (${B})\n\n<!-- notables:end -->`,
  );
  checkAccepted(`${FIRST}\n\n> She left at noon, and said so herself.`);
  checkAccepted(
    `${FIRST}\n\n* **The plan**. It has two parts: (${B})\n  * **One**. It rains. (${A})\n  * **Two**. It snows. (${C})`,
  );
  checkAccepted(`${FIRST}\n\n- **The ferry sank**. Nobody was aboard. (${B})`);
});

test('brackets of prose, with links in them and without', () => {
  checkAccepted(`${HEAD} A plan (as [they](https://c.example/3) said). (${A})`);
  checkAccepted(`${HEAD} She (then 40) and he (then 50) left. (${A})`);
  checkAccepted(`${HEAD} The [first](https://c.example/3) and [second](https://c.example/4). (${A})`);
  checkAccepted(`${HEAD} Rule 12(b)(6) says so. (${A})`);
});

test('abbreviations, numbers and names that only look like sentences without a space', () => {
  checkAccepted(`${HEAD} The U.S. and the E.U. paid $1,000.50 at 9 a.m. on Jan. 5. (${A})`);
  checkAccepted(`${HEAD} See WhiteHouse.gov or Amazon.com; J.D. Reyes, Ph.D., wrote ... well, nothing. (${A})`);
  checkAccepted(`${HEAD} He had had enough, and said that that was that. (${A})`);
});

test('asterisks that are meant to show', () => {
  checkAccepted(`${HEAD} He called it f**king late. (${A})`);
  checkAccepted(`${HEAD} He called it s*** and b.s. (${A})`);
  checkAccepted(`${HEAD} The levy* passed. (${A})`);
});

test('escapes in addresses', () => {
  checkAccepted(`${HEAD} ([Valley Post](https://valley.example/a\\_b) / [Herald](https://herald.example/a\\(b\\)))`);
  checkAccepted(`${HEAD} ([Valley Post](https://valley.example/a_(b)) / [Herald](https://herald.example/c))`);
  checkAccepted(`${HEAD} ([Valley Post](https://valley.example/a?id=1&v=2&page=3&tab=4&releaseid=5))`);
  checkAccepted(`${HEAD} ([Valley Post](https://web.archive.org/web/2017/https://valley.example/1))`);
});

const WITHOUT_FRONT_MATTER: readonly string[] = [
  `* **Live blogs**: ${A} / ${B}`,
  `* **Harris +1.0 points** (${A}) \\\n  **Trump +2.0 points** (${B})`,
  '* **Only a headline**',
  `* poll/ **51% said so**. (${A})`,
  `${HEAD} See [Day 11](https://own.example/2031/01/30/day-11/#2-the-“grand”-plan). (${A})`,
  `${HEAD} Done! 🎉 (${A})`,
  `\\(An aside.\\) More. (${A})`,
  `${HEAD} (${A} / [Valley Post](https://valley.example/other))`,
  '{% twitter\nhttps://twitter.com/a/status/1\n%}',
  `${HEAD} A plan (as [they](https://c.example/3) said). (${A})`,
  `${HEAD} The [first](https://c.example/3) and [second](https://c.example/4). (${A})`,
  `{% twitter\nhttps://twitter.com/a/status/1\n%}\n\n${FIRST}`,
  `${HEAD} \\[See also\\] (${A})`,
  `${HEAD} More. #hashtag (${A})`,
  `${HEAD} More. 🎉 (${A})`,
  `* **Only a headline**\n\n* **Another** (${A})`,
  `### ✏️ Notables.\n\n1. **One**. Text. (${A})\n\n*See you tomorrow.*`,
  `<!-- notables:start -->\n\n1. **One**. Text. (${A})\n\n<!-- notables:end -->`,
  `1/ **Half of them left**. 1/2 of the council went. (${A})`,
  `1/ **"A quoted headline."** Text. (${A})`,
  `1/ **Head**, a clause. (${A})\r\n\r\n* **Head** – a clause. (${B})\r\n`,
];

for (const stage of ['published', 'draft'] as const) {
  test(`items without front matter in a ${stage} entry`, () => {
    for (const text of WITHOUT_FRONT_MATTER) checkNothingReported(text, ruleContext(stage), everyRule);
  });
}

const OUTLET_NAMES: readonly (readonly [host: string, ...names: string[]])[] = [
  ['fivethirtyeight.com/a', '538', 'FiveThirtyEight'],
  ['projects.fivethirtyeight.com/a', '538', 'FiveThirtyEight'],
  ['www.thedailybeast.com/a', 'Daily Beast', 'The Daily Beast'],
  ['newrepublic.com/a', 'New Republic', 'The New Republic'],
  ['www.newyorker.com/a', 'New Yorker', 'The New Yorker'],
  ['www.wired.com/a', 'Wired', 'WIRED'],
  ['www.statnews.com/a', 'STAT', 'STAT News', 'Stat News'],
  ['www.vice.com/a', 'Vice', 'VICE', 'Vice News', 'VICE News', 'Motherboard'],
  ['news.yahoo.com/a', 'Yahoo News', 'Reuters', 'Associated Press', 'HuffPost'],
  ['www.yahoo.com/news/a', 'Yahoo News', 'Yahoo', 'The Independent'],
  ['www.pbs.org/newshour/a', 'PBS', 'PBS NewsHour', 'PBS News', 'Associated Press'],
  ['money.cnn.com/a', 'CNN', 'CNN Money'],
  ['www.nytimes.com/athletic/a', 'The Athletic', 'New York Times'],
  ['news.bloomberglaw.com/a', 'Bloomberg', 'Bloomberg Law'],
  ['nymag.com/a', 'New York Magazine', 'Intelligencer', 'New York'],
  ['nymag.com/intelligencer/a', 'Intelligencer', 'New York Magazine'],
  ['www.thecut.com/a', 'The Cut', 'New York Magazine'],
  ['www.monmouth.edu/a', 'Monmouth University', 'Monmouth'],
  ['www.politico.eu/a', 'Politico', 'Politico Europe'],
  ['abcnews.go.com/a', 'ABC News'],
  ['abcnews.com/a', 'ABC News'],
  ['www.msnbc.com/a', 'MSNBC', 'MS Now'],
  ['www.ms.now/a', 'MS Now', 'MSNBC'],
];

for (const [host, ...names] of OUTLET_NAMES) {
  test(`names of ${host.split('/')[0]}: ${names.join(', ')}`, () => {
    for (const name of names) checkAccepted(`${HEAD} ([${name}](https://${host}) / ${B})`);
  });
}

test('any name on open platforms, in archives and behind short links', () => {
  for (const address of [
    'https://twitter.com/a/status/1',
    'https://x.com/a/status/1',
    'https://www.youtube.com/watch?v=a',
    'https://youtu.be/a',
    'https://jane.substack.com/p/a',
    'https://www.documentcloud.org/documents/1-a',
    'https://web.archive.org/web/2017/https://www.cnn.com/a',
    'https://archive.is/a',
    'https://archive.ph/a',
    'https://bit.ly/a',
    'https://nyti.ms/a',
    'https://wapo.st/a',
    'https://t.co/a',
  ]) {
    for (const name of ['New York Times', 'CNN', 'Jane Reyes', '@jane', 'NBC News']) {
      checkAccepted(`${HEAD} ([${name}](${address}) / ${B})`);
    }
  }
});

function checkAccepted(body: string, change = (text: string) => text): void {
  const text = change(`${FRONT}\n${body}`);
  for (const stage of ['published', 'draft'] as const) {
    checkNothingReported(text, { ...ruleContext(stage), anchorsOf: () => ANCHORS }, everyRule);
  }
}

/** The anchors of Day 11. */
const ANCHORS: readonly string[] = [
  '1-the-mayor-resigned',
  '2-the-“grand”-plan-of-the-mayor’s',
  '3-51\u00a0percent-want-the-levy',
];

test('citations in the brackets, after the full stops and between the separators of Chinese and Japanese', () => {
  checkAccepted(`1/ **市長が辞任**。橋は閉じた。（${A}）`);
  checkAccepted(`1/ **知事が発言**。橋は閉じたままだと述べた（${A} / ${B}）。`);
  checkAccepted(`1/ **船が沈没**。橋は「閉じた」。（${A}／${B}）`);
  checkAccepted(`1/ **市长辞职**。桥仍然关闭（${A}、${B}）。`);
  checkAccepted(`1/ **渡船沉没。** 她说：“桥关闭了。”（${A} / ${B}）`);
  checkAccepted(`${FIRST}\n\n* **議会**：予算案を可決（${A}、${B}）`);
});
