import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { outletUsages } from '../../src/core/archive/outletUsage.ts';
import { profileOf } from '../../src/core/newsroom/profile/profile.ts';
import type { Newsrooms } from '../../src/vscode/newsrooms/newsrooms.ts';
import { type SlowDisk, slowDisk } from './slowDisk.ts';
import { slowDiskSuite } from './slowDiskSuite.ts';
import { eventually, eventuallyEqual, shownProblems } from './support.ts';

/** Eight years of entries, one a day, until yesterday. */
const ENTRIES = 3000;

/** The older ones are withheld until the disk is released. */
const SOON_READ = 2400;

const GAZETTE = 'The Straw Gazette';

suite('An archive on a slow disk', () => {
  const { openDisk, createNewsrooms } = slowDiskSuite(archiveOnDisk);

  test('the newest entries are read first, and suggest before the oldest are read; all else waits for these', async () => {
    const disk = openDisk('daybook-slow', 20);
    const storage = disk.uri('storage');
    const newsrooms = createNewsrooms(storage);
    const known = await newsrooms.readNewest(disk.root);
    assert.equal(known.isComplete, false);
    assert.deepEqual(disk.read.slice(0, 2).toSorted(), ['_drafts/day-5.markdown', '_drafts/notes.markdown']);
    const posts = disk.read.filter((path) => path.startsWith('_posts'));
    const places = new Map(
      posts
        .toSorted()
        .reverse()
        .map((path, index) => [path, index]),
    );
    for (const [index, path] of posts.entries())
      assert.ok(Math.abs(index - (places.get(path) ?? 0)) < 16, `${path} was read ${index}th`);
    assert.equal(known.newsroom.outlets().suggestName('https://gazette.example/new'), GAZETTE);
    assert.equal(outletUsages(known.archive).forName(GAZETTE)?.lastDay.date, dateOf(ENTRIES));

    // What is judged, counted or searched is not known yet, and nothing is saved.
    assert.deepEqual(newsrooms.newsroomAt(disk.root).days, []);
    assert.equal(newsrooms.archiveAt(disk.root), undefined);
    assert.deepEqual(disk.paths('storage'), []);

    disk.release();
    const slow = await newsrooms.read(disk.root);
    const fastDisk = openDisk('daybook-fast', 0);
    fastDisk.release();
    const fastNewsrooms = createNewsrooms();
    const fast = await fastNewsrooms.read(fastDisk.root);
    assert.equal(slow.days.length, ENTRIES + 2);
    const byPath = (a: { readonly path: string }, b: { readonly path: string }) => (a.path < b.path ? -1 : 1);
    assert.deepEqual([...slow.days].sort(byPath), [...fast.days].sort(byPath));
    assert.deepEqual(profileOf(slow.facts), profileOf(fast.facts));
    assert.deepEqual(slow.epochs(), fast.epochs());
    const usagesOf = (of: Newsrooms, { root }: SlowDisk) => {
      const archive = of.archiveAt(root);
      assert.ok(archive);
      return outletUsages(archive).all.map(({ name, count, lastDay }) => [name, count, lastDay.date]);
    };
    assert.deepEqual(usagesOf(newsrooms, disk), usagesOf(fastNewsrooms, fastDisk));
    assert.equal(usagesOf(newsrooms, disk)[0]?.[1], ENTRIES);
    for (const host of ['gazette.example', 'old.example'])
      assert.deepEqual(slow.outlets().forHost(host), fast.outlets().forHost(host));
    await eventually(() => disk.paths('storage').length === 1, 'the saved index');
  });

  test('an entry that is written while the others are read is known at once, and still at the end', async () => {
    const disk = openDisk('daybook-written', 20);
    const newsrooms = createNewsrooms();
    await newsrooms.readNewest(disk.root);
    const uri = disk.uri('_drafts/new.markdown');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('---\ntitle: Day 9000\n---\n'));
    await newsrooms.recheck(disk.root, uri);
    const has9000 = () => newsrooms.knownAt(disk.root)?.newsroom.days.some(({ number }) => number === 9000);
    assert.equal(newsrooms.knownAt(disk.root)?.isComplete, false);
    assert.equal(has9000(), true);
    disk.release();
    await newsrooms.read(disk.root);
    assert.equal(has9000(), true);
  });

  test('while the archive is read, a writer is helped and warned of nothing that it may disprove', async () => {
    const disk = openDisk('daybook-vfs', 20);
    const draft = disk.uri('_drafts/day-5.markdown');
    const document = await vscode.workspace.openTextDocument(draft);
    await vscode.window.showTextDocument(document, { preview: false });
    const seen = new Set<string>();
    const watching = vscode.languages.onDidChangeDiagnostics(() => {
      for (const problem of shownProblems(draft)) seen.add(problem);
    });
    try {
      const hover = await eventually(async () => {
        const text = await hoverAt(document, GAZETTE);
        return text.includes('Cited on') && text;
      }, 'a hover over an outlet of the newest entries');
      assert.match(hover, /The archive is still being read/);
      assert.doesNotMatch(hover, /times/);
      assert.match(
        await hoverAt(document, 'Unheard'),
        /^\*\*Unheard\*\* · unheard\.example\n\nThe archive is still being read$/,
      );
      const notes = await vscode.workspace.openTextDocument(disk.uri('_drafts/notes.markdown'));
      assert.match(await hoverAt(notes, 'The Ledger'), /This page: also on .* and others/);
      const gazette = (await completionsAt(document, '([')).find(({ label }) => nameOf(label) === GAZETTE);
      assert.equal(gazette && detailOf(gazette.label), `cited on Day ${ENTRIES}`);

      await Promise.all([1, 2].map(() => vscode.commands.executeCommand('daybook.newDay'))); // pressed twice
      assert.deepEqual(disk.paths('_drafts'), [
        `_drafts/day-${ENTRIES + 1}.markdown`,
        '_drafts/day-5.markdown',
        '_drafts/notes.markdown',
      ]);
      const newDay = vscode.window.activeTextEditor?.document;
      assert.equal(newDay?.uri.toString(), disk.uri(`_drafts/day-${ENTRIES + 1}.markdown`).toString());
      assert.match(newDay.getText(), new RegExp(`^---\\ntitle: Day ${ENTRIES + 1}\\ndate: ${dateOf(ENTRIES + 1)} `));
      assert.deepEqual(
        disk.read.filter((path) => path.startsWith(`_posts/${dateOf(1)}`)),
        [],
      );

      await vscode.window.showTextDocument(document);
      let isSettled = false;
      const opening = Promise.resolve(vscode.commands.executeCommand('daybook.previousEntry')).finally(() => {
        isSettled = true;
      });
      await new Promise<void>((resolve) => setTimeout(resolve, 1500));
      assert.equal(isSettled, false, 'a command that needs every entry waits for the oldest');
      assert.ok(seen.size > 0, 'problems that the text alone shows are reported');
      assert.deepEqual([...seen].filter(isOfArchive), []);

      disk.release();
      await opening;
      assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', new RegExp(`${dateOf(4)}-day-4`));
      await eventuallyEqual(
        () =>
          shownProblems(draft)
            .filter(isOfArchive)
            .map((problem) => problem.replace(/^\d+:/, '')),
        ['day-taken', 'citation-outlet', 'citation-known'],
        'the problems that the archive proves',
      );
      assert.match(await hoverAt(document, GAZETTE), /Cited 3,000 times, last on/);
      assert.match(await hoverAt(notes, 'The Ledger'), /This page: also on .* and 3 more/);
    } finally {
      watching.dispose();
      disk.release();
    }
  });
});

/** A page that the eight newest entries cite. */
const SHARED_PAGE = 'The Ledger](https://ledger.example/shared)';

/** Whether a problem depends on other entries. */
function isOfArchive(problem: string): boolean {
  return /:(?:day-|date|citation-(?:known|outlet|anchor)|front-matter)/.test(problem);
}

/** The text of a draft that the archive finds fault with: its day is taken, an outlet has another name, and an old entry cites a page. */
const DRAFT =
  `---\ntitle: Day 5\ndate: ${dateOf(5)} 09:00:00 +00:00\n---\n\n` +
  `1/ **Ferry**. It left. ([${GAZETTE}](https://gazette.example/draft) / [Unheard](https://unheard.example/a))\n\n` +
  '2/ **Harbor**. It froze. ([The Old Post](https://gazette.example/b) / [The Old Post](https://old.example/first))\n\n' +
  '3/ **Wharf**. It stood. ([])\n';

/** The date of an entry, so that the last one is of yesterday. */
function dateOf(number: number): string {
  return new Date(Date.now() - (ENTRIES + 1 - number) * 86_400_000).toISOString().slice(0, 10);
}

function entryOf(number: number): string {
  const page = number <= 60 ? `The Old Post](https://old.example/${number === 1 ? 'first' : number})` : undefined;
  const shared = number > ENTRIES - 8 ? SHARED_PAGE : page;
  const group = `([${GAZETTE}](https://gazette.example/${number})${shared === undefined ? '' : ` / [${shared}`})`;
  return `---\ntitle: Day ${number}\ndate: ${dateOf(number)} 09:00:00 +00:00\n---\n\n1/ **Head**. It rained. ${group}\n`;
}

/** The archive on a disk that has the oldest entries only once it is released. */
function archiveOnDisk(scheme: string, latencyMs: number): SlowDisk {
  const pathOf = (number: number) => `_posts/${dateOf(number)}-day-${number}.markdown`;
  const files = new Map([
    ['_config.yml', 'timezone: UTC\n'],
    ['_drafts/day-5.markdown', DRAFT],
    ['_drafts/notes.markdown', `---\ntitle: Notes\n---\n\n1/ **Head**. It rained. ([${SHARED_PAGE})\n`],
  ]);
  for (let number = 1; number <= ENTRIES; number++) files.set(pathOf(number), entryOf(number));
  const firstSoonRead = pathOf(ENTRIES - SOON_READ);
  const isWithheld = (path: string) => path.startsWith('_posts') && path < firstSoonRead;
  return slowDisk({ scheme, files, latencyMs, isWithheld });
}

async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const command = 'vscode.executeHoverProvider';
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, position);
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

/** The completions behind the last occurrence of a text. */
async function completionsAt(document: vscode.TextDocument, text: string): Promise<vscode.CompletionItem[]> {
  const position = document.positionAt(document.getText().lastIndexOf(text) + text.length);
  const command = 'vscode.executeCompletionItemProvider';
  return (await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, position)).items;
}

function nameOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

function detailOf(label: string | vscode.CompletionItemLabel): string | undefined {
  return typeof label === 'string' ? undefined : label.description;
}
