import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { drawn } from './workbench.mjs';

// What raw HTML in an entry could try in the preview. Each attack would set `window.attacked` or leave the page.

const attacks = [
  '<script>window.attacked = "script"</script>',
  '<img src="https://nowhere.invalid/x.png" onerror="window.attacked = \'handler\'">',
  '<svg onload="window.attacked = \'svg\'"><script>window.attacked = "svg script"</script></svg>',
  '[a script link](javascript:window.attacked=1)',
  '<a href="javascript:window.attacked=2">a raw script link</a>',
  '<a href="data:text/html,<script>parent.attacked=3</script>">a data link</a>',
  '<iframe srcdoc="<script>parent.attacked = 4</script>"></iframe>',
  '<form action="javascript:window.attacked=5"><button id="press">press</button></form>',
  '<meta http-equiv="refresh" content="0; url=https://nowhere.invalid/">',
  '<base href="https://nowhere.invalid/">',
  '<style>body { background: url(https://nowhere.invalid/style) }</style>',
  '<p style="background: url(https://nowhere.invalid/inline)">styled</p>',
  '<object data="https://nowhere.invalid/o"></object><embed src="https://nowhere.invalid/e">',
  '<details open ontoggle="window.attacked = \'toggle\'"><summary>s</summary></details>',
  '<math><mtext><img src=x onerror="window.attacked = \'math\'"></mtext></math>',
];

const room = mkdtempSync(join(tmpdir(), 'daybook-attacks-'));
mkdirSync(join(room, '_drafts'));
writeFileSync(join(room, '_drafts/day-1.markdown'), `---\ntitle: Day 1\n---\n\n${attacks.join('\n\n')}\n\nThe end.\n`);
test.after(() => rmSync(room, { recursive: true, force: true }));

journey('nothing in an entry can act in the preview', { folder: room, open: ['_drafts/day-1.markdown'] }, async (w) => {
  /** @type {string[]} */
  const requests = [];
  w.page.on('request', (request) => requests.push(request.url()));
  await w.command('Daybook: Show Preview to the Side');
  const frame = w.previewFrame();
  await frame.locator('#body').getByText('The end.').waitFor();
  for (const name of ['a script link', 'a raw script link', 'a data link']) {
    const link = frame.getByText(name);
    if (await link.count()) await link.click();
  }
  const body = frame.locator('#body');
  // A picture that is asked for last comes last: by then the page has done whatever the attacks made it do.
  await body.evaluate(async () => {
    const picture = new Image();
    picture.src = 'https://nowhere.invalid/last/x.png';
    await picture.decode().catch(() => {});
  });
  await drawn(body);
  await w.screenshot('attacks');
  assert.equal(await body.evaluate(() => window.attacked), undefined);
  assert.equal(await body.evaluate(() => window.parent.attacked), undefined);
  for (const tag of ['script', 'iframe', 'form', 'meta', 'base', 'style', 'object', 'embed', '[style]', '[onerror]']) {
    assert.equal(await body.locator(tag).count(), 0, tag);
  }
  assert.equal(await frame.locator('#body').getByText('The end.').count(), 1, 'the page is still there');
  assert.deepEqual(
    requests.filter((url) => url.includes('nowhere.invalid') && !url.endsWith('x.png')),
    [],
  );
});
