import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openArchiveIndex } from '../../src/core/archive/archiveIndex.ts';
import { showsNextDay } from '../../src/core/compose/days/showsNextDay.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { newsroomOf } from '../../src/core/newsroom/newsroom.ts';
import { readSiteConfig } from '../../src/core/newsroom/siteConfig.ts';
import { isSettledWithin } from '../../src/vscode/editor/isSettledWithin.ts';
import { createAndOpen } from '../../src/vscode/editor/newFile.ts';
import { DerivedNewsroom } from '../../src/vscode/newsrooms/derivedNewsroom.ts';
import { registerSettings } from '../../src/vscode/newsrooms/editorSettings.ts';
import { PartialReading } from '../../src/vscode/newsrooms/partialReading.ts';
import { withReadingProgress } from '../../src/vscode/newsrooms/readingProgress.ts';
import { type SlowDisk, slowDisk } from './slowDisk.ts';
import { slowDiskSuite } from './slowDiskSuite.ts';
import { eventually, repeatUntilSettled } from './support.ts';

/** Six years of entries, one a day, until June 2031. */
const ENTRIES = 2200;

/** The older ones are withheld until the disk is released. */
const SOON_READ = 1900;

suite('What happens while an archive on a slow disk is read', () => {
  const { openDisk, createNewsrooms, register } = slowDiskSuite(archiveOnDisk);

  test('when the settings name another folder, whoever waits gets its entries, and never those of a reading that was given up', async () => {
    register(registerSettings());
    const disk = openDisk('daybook-folders', 20);
    const storage = disk.uri('storage');
    const newsrooms = createNewsrooms(storage);
    const configuration = vscode.workspace.getConfiguration('daybook');
    try {
      const reading = newsrooms.read(disk.root);
      const { newsroom } = await newsrooms.readNewest(disk.root);
      assert.ok(newsroom.days.some(({ path }) => path === '_drafts/day-5.markdown'));
      await configuration.update('drafts', '_later', vscode.ConfigurationTarget.Global);
      disk.release();
      const { days } = await reading;
      assert.equal(days.length, ENTRIES + 1);
      assert.deepEqual(
        days.filter(({ draft }) => draft).map(({ path }) => path),
        ['_later/day-7.markdown'],
      );
      await eventually(() => disk.paths('storage').length > 0, 'the saved index');
      assert.equal(disk.paths('storage').length, 1);
    } finally {
      await configuration.update('drafts', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('what waits for an archive ends with it, even if its disk never answers', async () => {
    const disk = openDisk('daybook-closed', 20);
    const newsrooms = createNewsrooms();
    await newsrooms.readNewest(disk.root);
    const all = assert.rejects(newsrooms.read(disk.root), vscode.CancellationError);
    const never = assert.rejects(
      newsrooms.readUntil(disk.root, () => false),
      vscode.CancellationError,
    );
    newsrooms.dispose();
    assert.ok(await isSettledWithin(Promise.all([all, never]), 10_000));
  });

  test('a command that waits for an archive can be cancelled', async () => {
    const waiting = assert.rejects(
      withReadingProgress(() => undefined, new Promise(() => {})),
      vscode.CancellationError,
    );
    await repeatUntilSettled(async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    }, waiting);
  });

  test('with the index of the last session, New Day waits for the newest years alone', async () => {
    const disk = openDisk('daybook-session', 60);
    const storage = disk.uri('storage');
    disk.release();
    await createNewsrooms(storage).read(disk.root);
    await eventually(() => disk.paths('storage').length === 1, 'the saved index');
    disk.withhold();
    disk.unavailable.add(pathOf(ENTRIES - 1));
    const newsrooms = createNewsrooms(storage);
    const reading = newsrooms.readUntil(disk.root, showsNextDay);
    assert.ok(await isSettledWithin(reading, 30_000), 'New Day waits for the oldest entries');
    const known = await reading;
    assert.equal(known.isComplete, false);
    assert.ok(known.newestUnread !== undefined && known.newestUnread < '2030');

    // An entry that cannot be reached at the moment is not one that was deleted.
    disk.release();
    const { days } = await newsrooms.read(disk.root);
    assert.equal(days.length, ENTRIES + 1);
    assert.ok(days.some(({ number }) => number === ENTRIES - 1));
  });

  test('a file of which nothing can be known is not overwritten', async () => {
    const disk = openDisk('daybook-unreachable', 0);
    const path = '_drafts/day-5.markdown';
    const before = await vscode.workspace.fs.readFile(disk.uri(path));
    disk.unavailable.add(path);
    assert.equal(await createAndOpen(disk.uri(path), { text: 'New.\n', cursor: 0 }), undefined);
    assert.deepEqual(await vscode.workspace.fs.readFile(disk.uri(path)), before);
  });

  test('an entry that is moved or deleted before it was read is known as it is at the end', async () => {
    const disk = openDisk('daybook-moved', 20);
    const newsrooms = createNewsrooms();
    await newsrooms.readNewest(disk.root);
    const [from, to] = [disk.uri(pathOf(1)), disk.uri('_posts/2000-01-01-day-1.markdown')];
    await disk.provider.rename(from, to, { overwrite: false });
    await disk.provider.delete(disk.uri(pathOf(2)), { recursive: false });
    const rechecks = [from, to].map((uri) => newsrooms.recheck(disk.root, uri));
    disk.release();
    await Promise.all(rechecks);
    const { days } = await newsrooms.read(disk.root);
    assert.equal(days.length, ENTRIES);
    assert.deepEqual(
      days.filter(({ number = 9 }) => number <= 2).map(({ path }) => path),
      ['_posts/2000-01-01-day-1.markdown'],
    );
  });

  test('of an open entry, the text that was not saved is known at the end', async () => {
    const disk = openDisk('daybook-unsaved', 20);
    const newsrooms = createNewsrooms();
    await newsrooms.readNewest(disk.root);
    const document = await vscode.workspace.openTextDocument(disk.uri('_drafts/day-5.markdown'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().indexOf('5') + 1), '55'));
    disk.release();
    const { days } = await newsrooms.read(disk.root);
    assert.equal(days.find(({ draft }) => draft)?.number, 555);
  });

  test('what changes while something is learned for the first time is learned, too', async () => {
    const index = openArchiveIndex();
    const add = (number: number) => index.indexEntry(parseEntry(entryOf(number)), pathOf(number), false);
    for (let number = 1; number <= 200; number++) add(number);
    const partial = new PartialReading((archive) =>
      newsroomOf(archive.days(), { timezone: 'UTC', epochs: [], systemZone: () => 'UTC', archive }),
    );
    const next = partial.next();
    const state = {
      done: 200,
      total: 9000,
      entries: 200,
      elapsedMs: 5000,
      isChanged: true,
      newestUnread: () => '2029',
    };
    const learning = partial.continueWith(index, state);
    add(201);
    await Promise.all([learning, partial.refresh(), next]);
    assert.equal(partial.archive?.newsroom.days.length, 201);
  });

  test('facts of a configuration that has changed meanwhile are not kept', async () => {
    const index = openArchiveIndex();
    index.indexEntry(parseEntry(entryOf(1)), pathOf(1), false);
    let config = readSiteConfig('timezone: Asia/Tokyo');
    const derived = new DerivedNewsroom(vscode.Uri.file('/none'), () => config);
    const precomputing = derived.precompute(index);
    config = readSiteConfig('timezone: America/New_York');
    derived.invalidate();
    await precomputing;
    assert.equal(derived.from(index).zone().name, 'America/New_York');
  });
});

function dateOf(number: number): string {
  return new Date(Date.UTC(2025, 5, 1) + number * 86_400_000).toISOString().slice(0, 10);
}

function pathOf(number: number): string {
  return `_posts/${dateOf(number)}-day-${number}.markdown`;
}

function entryOf(number: number): string {
  return `---\ntitle: Day ${number}\ndate: ${dateOf(number)} 09:00:00 +00:00\n---\n\n1/ **Head**. It rained.\n`;
}

function archiveOnDisk(scheme: string, latencyMs: number): SlowDisk {
  const files = new Map([
    ['_config.yml', 'timezone: UTC\n'],
    ['_drafts/day-5.markdown', '---\ntitle: Day 5\n---\n'],
    ['_later/day-7.markdown', '---\ntitle: Day 7\n---\n'],
  ]);
  for (let number = 1; number <= ENTRIES; number++) files.set(pathOf(number), entryOf(number));
  const firstSoonRead = pathOf(ENTRIES - SOON_READ);
  const isWithheld = (path: string) => path.startsWith('_posts') && path < firstSoonRead;
  return slowDisk({ scheme, files, latencyMs, isWithheld });
}
