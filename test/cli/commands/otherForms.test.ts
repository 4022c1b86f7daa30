import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOG_FORMS, type LogForm } from '../../support/logForms.ts';
import { createNewsroom, runDaybook } from '../testNewsroom.ts';

// From one, two and three entries on, the command line writes the next entry of a log as its writer would, and finds no fault with it.

const BODY = '1/ **The mayor resigns**. She left. ([Harbor Radio](https://harbor.example/mayor))\n';

for (const form of LOG_FORMS) {
  for (const length of [1, 2, 3]) {
    test(`${form.name}: after ${length}, the next entry is written, and check finds nothing`, async () => {
      const root = createNewsroom(filesOf(form, length));
      const [fileName, frontMatter] = form.entry(length);
      const time = form.zone.endsWith('utc') ? '22:30' : (/\d\d:\d\d/.exec(frontMatter)?.[0] ?? '09:00');
      const when = ['--date', fileName.slice(0, 10), '--time', time];
      const { status, out, error } = await runDaybook(root, 'new', ...when, '--format', 'json');
      assert.deepEqual([status, error], [0, '']);
      const { day, title } = JSON.parse(out);
      if (length > 1 || form.counts[0] === form.counts[1]) {
        const expected = /^title: ["']?(.*?)(?:["']?$|(?::| -) )/m.exec(frontMatter)?.[1];
        assert.equal(
          form.title === null ? 'TK' : title.replace(/(?::| -) TK$/, ''),
          form.title === null ? title : expected,
        );
        assert.equal(day, form.title === null ? null : Number(/\d+/.exec(expected ?? '')?.[0]));
      }
      const check = await runDaybook(root, 'check', '--fail-on', 'warning');
      assert.deepEqual([check.status, check.error], [0, ''], check.out);
    });
  }
}

function filesOf(form: LogForm, length: number): Record<string, string> {
  const entries = Array.from({ length }, (_, index) => form.entry(index));
  return Object.fromEntries(
    entries.map(([fileName, frontMatter]) => [`_posts/${fileName}`, `---\n${frontMatter}\n---\n\n${BODY}`]),
  );
}
