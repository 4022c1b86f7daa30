import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../../../src/core/entry/day.ts';
import { parseEntry } from '../../../src/core/entry/parse.ts';
import { lint } from '../../../src/core/lint/lint.ts';
import { newsroomOf, ruleContextOf } from '../../../src/core/newsroom/newsroom.ts';
import { LOG_FORMS } from '../../support/logForms.ts';
import { daysOf } from '../../support/profiledLog.ts';

// To check an archive takes time linear in its length only if no rule walks through all days for each entry.

const ENTRIES = 200;

for (const { name, entry: entryAt } of LOG_FORMS) {
  test(`no rule walks through the days of the archive for each entry: ${name}`, () => {
    const log = Array.from({ length: ENTRIES }, (_, index) => entryAt(index));
    const newsroom = newsroomOf(daysOf(log), { timezone: undefined, epochs: [], systemZone: () => 'UTC' });
    const { days, reads } = countingReads(newsroom.days);
    const checkAll = () => {
      for (const [fileName, frontMatter] of log.slice(0, 20)) {
        const context = { ...ruleContextOf(newsroom, `_posts/${fileName}`, 'published'), days };
        for (const text of variants(frontMatter)) lint(parseEntry(text), context);
      }
    };
    checkAll(); // what the archive shows as a whole is computed once
    const before = reads();
    checkAll();
    assert.ok(reads() - before < ENTRIES, `${reads() - before} days were read`);
  });
}

/** An entry and what rules look at closely: without a date, with one in another form, of another spelling, without front matter. */
function variants(frontMatter: string): readonly string[] {
  const body = '1/ **The mayor left**. The vote is in 12 days.\n';
  const written = [
    frontMatter,
    frontMatter.replace(/^date:.*\n?/m, ''),
    frontMatter.replace(/^(date: \S+).*/m, '$1 9:30'),
    frontMatter.replace(/^(date: \d{4}-\d\d-)\d\d/m, '$128'),
    frontMatter.replace(/^title: .*/m, (title) => title.toLowerCase().replace(/^title:(.*)/, 'title:$1')),
    frontMatter.replace(/\d+(?=\D*$)/m, '7'),
  ];
  return [...written.map((keys) => `---\n${keys}\n---\n\n${body}`), body];
}

/** The days, counting how often one of them is read. */
function countingReads(days: readonly Day[]): { readonly days: readonly Day[]; readonly reads: () => number } {
  let reads = 0;
  const counting = new Proxy(days, {
    get(target, key, receiver) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
      return Reflect.get(target, key, receiver);
    },
  });
  return { days: counting, reads: () => reads };
}
