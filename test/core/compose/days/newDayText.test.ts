import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newDayText } from '../../../../src/core/compose/days/newDayText.ts';
import { DAY_TITLE } from '../../../../src/core/entry/titleForm.ts';

const DATE = '2031-01-31 09:30:15 -08:00';
const DAY = { day: 12, title: 'Day 12', titleForm: DAY_TITLE, date: DATE, timestamp: DATE };

function begun(template?: string): string {
  const { text, cursor } = newDayText(DAY, template);
  return `${text.slice(0, cursor)}‸${text.slice(cursor)}`;
}

test('without a template a day has front matter and one section', () => {
  const usual = '---\ntitle: Day 12\ndate: 2031-01-31 09:30:15 -08:00\n---\n\nTK/ ‸';
  assert.equal(begun(), usual);
  assert.equal(begun(' \n'), usual);
});

test('every variable of a template is replaced, and `{cursor}` marks the cursor', () => {
  assert.equal(
    begun(
      '---\ntitle: {title}\ndate: {timestamp}\nimage: "/img/{date}-{day}.jpg"\n---\n\n{weekday}, {time}.\n\nTK/ **{cursor}**\n',
    ),
    '---\ntitle: Day 12\ndate: 2031-01-31 09:30:15 -08:00\nimage: "/img/2031-01-31-12.jpg"\n---\n\nFriday, 09:30:15.\n\nTK/ **‸**\n',
  );
});

test('title and date are added to a template that lacks them or leaves them empty', () => {
  for (const template of ['TK/ \n', '---\ntitle:\ndate:\n---\n\nTK/ \n']) {
    assert.equal(begun(template), '---\ntitle: Day 12\ndate: 2031-01-31 09:30:15 -08:00\n---\n\nTK/ ‸\n');
  }
  assert.match(
    begun('---\r\ndescription: TK.\r\n---\r\n\r\nTK/ \r\n'),
    /^---\r\ndescription: TK\.\r\ntitle: Day 12\r\ndate: 2031/,
  );
});

test('Liquid and other words in braces are left alone', () => {
  const template = '---\ntitle: {title}\ndate: {timestamp}\n---\n\n{{ site.url }} {{date}} {% if day %} {other}';
  assert.ok(begun(template).endsWith('{{ site.url }} {{date}} {% if day %} {other}‸'));
});
