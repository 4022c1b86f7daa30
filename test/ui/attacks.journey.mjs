import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { journey } from './journey.mjs';
import { untilPainted } from './workbench.mjs';

/** Raw HTML in an entry that attacks the preview. If an attack succeeds, it sets `window.attacked` or leaves the page. */
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

const newsroom = mkdtempSync(join(tmpdir(), 'daybook-attacks-'));
mkdirSync(join(newsroom, '_drafts'));
writeFileSync(
  join(newsroom, '_drafts/day-1.markdown'),
  `---\ntitle: Day 1\n---\n\n${attacks.join('\n\n')}\n\nThe end.\n`,
);
test.after(() => rmSync(newsroom, { recursive: true, force: true }));

journey(
  'the preview neutralizes scripts and other active content',
  { folder: newsroom, open: ['_drafts/day-1.markdown'] },
  async (workbench) => {
    /** @type {string[]} */
    const requests = [];
    workbench.page.on('request', (request) => requests.push(request.url()));
    await workbench.runCommand('Daybook: Show Preview to the Side');
    const frame = workbench.previewFrame();
    await frame.locator('#body').getByText('The end.').waitFor();
    for (const name of ['a script link', 'a raw script link', 'a data link']) {
      const link = frame.getByText(name);
      if (await link.count()) await link.click();
    }
    const body = frame.locator('#body');
    // An image that is requested last arrives last: by then, all attacks have had their chance.
    await body.evaluate(async () => {
      const image = new Image();
      image.src = 'https://nowhere.invalid/last/x.png';
      await image.decode().catch(() => {});
    });
    await untilPainted(body);
    await workbench.screenshot('attacks');
    assert.equal(await body.evaluate(() => window.attacked), undefined);
    assert.equal(await body.evaluate(() => window.parent.attacked), undefined);
    for (const tag of [
      'script',
      'iframe',
      'form',
      'meta',
      'base',
      'style',
      'object',
      'embed',
      '[style]',
      '[onerror]',
    ]) {
      assert.equal(await body.locator(tag).count(), 0, tag);
    }
    assert.equal(await frame.locator('#body').getByText('The end.').count(), 1, 'the page still shows the entry');
    assert.deepEqual(
      requests.filter((url) => url.includes('nowhere.invalid') && !url.endsWith('x.png')),
      [],
    );
  },
);
