import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../src/core/archive/archiveIndex.ts';
import { openDocumentChanges } from '../../src/vscode/editor/documentChanges.ts';
import { Newsrooms } from '../../src/vscode/newsrooms/newsrooms.ts';
import { closeAll, eventually, openFile, uriAt } from './support.ts';

/** As many as in an archive of seven years. */
const ENTRIES = 1539;

// A newsroom in a hidden folder, which no command discovers, with an index of its own.
const FOLDER = '.archive';
const STORAGE = '.archive-storage';

suite('The archive', () => {
  const root = uriAt(FOLDER);
  const documentChanges = openDocumentChanges();
  const opened: Newsrooms[] = [];
  const createNewsrooms = (storage?: vscode.Uri): Newsrooms => {
    const newsrooms = new Newsrooms(documentChanges, storage);
    opened.push(newsrooms);
    return newsrooms;
  };
  const read = async (storage?: vscode.Uri): Promise<{ newsrooms: Newsrooms; index: () => ArchiveIndex }> => {
    const newsrooms = createNewsrooms(storage);
    await newsrooms.read(root);
    const index = () => {
      const archive = newsrooms.archiveAt(root);
      assert.ok(archive, 'the archive was not read');
      return archive;
    };
    return { newsrooms, index };
  };

  const disposeAll = () => {
    for (const newsrooms of opened.splice(0)) newsrooms.dispose();
  };

  suiteSetup(async () => {
    await write('_config.yml', 'timezone: America/Los_Angeles\nmarkdown: CommonMark\n');
    for (let day = 1; day <= ENTRIES; day += 50) {
      const days = Array.from({ length: Math.min(50, ENTRIES - day + 1) }, (_, index) => day + index);
      await Promise.all(days.map((number) => write(pathOf(number), entryOf(number))));
    }
  });
  teardown(async () => {
    await closeAll();
    disposeAll();
  });
  suiteTeardown(async () => {
    for (const folder of [FOLDER, STORAGE]) {
      if (await exists(uriAt(folder))) await vscode.workspace.fs.delete(uriAt(folder), { recursive: true });
    }
  });

  test('contains every entry once it has been read @smoke', async () => {
    const newsrooms = createNewsrooms();
    assert.equal(newsrooms.archiveAt(root), undefined);
    const newsroom = await newsrooms.read(root);
    const index = newsrooms.archiveAt(root);
    assert.equal(newsroom.days.length, ENTRIES);
    assert.deepEqual(newsroom.epochs(), [{ from: '2021-01-01', day: 1 }]);
    assert.equal(index?.summary(pathOf(700))?.items.length, 24);
    assert.deepEqual(
      index?.citationLookup.daysCiting(addressOf(700, 3)).map(({ number }) => number),
      [700],
    );
    assert.equal(newsroom.outlets().forHost('valley.example')?.name, 'Valley Post');
    assert.ok(newsroom.anchorsOf(pathOf(700))?.includes('3-headline-3-of-day-700-what-happene'));
  });

  test('is read in small slices, so that the host stays responsive', async () => {
    // Other load on the machine can make a slice look long, but not every time.
    await eventually(async () => {
      const longestShare = watchHost();
      const { index } = await read();
      const share = longestShare();
      assert.equal(index().paths().length, ENTRIES);
      disposeAll();
      assert.ok(share < 1 / 12, `one slice took ${(100 * share).toFixed(1)} % of the time`);
      return true;
    }, 'a run without a long slice');
  });

  test('includes unsaved text of an open entry', async () => {
    const { newsrooms, index } = await read();
    const editor = await openFile(`${FOLDER}/${pathOf(5)}`);
    const text = editor.document.getText();
    const line = editor.document.positionAt(text.indexOf('1/ ')).line;
    let eventCount = 0;
    newsrooms.onDidChange(() => eventCount++);
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(line, 0), '0/ **Typed**. Now. ([Herald](https://herald.example/typed))\n\n'),
    );
    assert.equal(index().citationLookup.daysCiting('https://herald.example/typed')[0]?.number, 5);
    assert.equal(index().summary(pathOf(5))?.items[0]?.headline, 'Typed');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(
      () => index().citationLookup.daysCiting('https://herald.example/typed').length === 0,
      'the saved entry',
    );
    await eventually(() => eventCount > 0, 'a change event');
  });

  test('fires a change event when the writer pauses', async () => {
    const { newsrooms } = await read();
    const editor = await openFile(`${FOLDER}/${pathOf(6)}`);
    const changed = new Promise<void>((resolve) => newsrooms.onDidChange(() => resolve()));
    const title = editor.document.getText().indexOf('Day 6') + 'Day '.length;
    const position = editor.document.positionAt(title);
    await editor.edit((edit) => edit.replace(new vscode.Range(position, position.translate(0, 1)), '9999'));
    await changed;
    assert.ok(newsrooms.newsroomAt(root).days.some(({ number }) => number === 9999));
  });

  test('follows written and deleted files @smoke', async () => {
    const { index } = await read();
    const path = pathOf(ENTRIES + 1);
    await write(path, entryOf(ENTRIES + 1));
    await eventually(() => index().summary(path)?.title === `Day ${ENTRIES + 1}`, 'the new entry');
    await vscode.workspace.fs.delete(uriAt(`${FOLDER}/${path}`));
    await eventually(() => index().summary(path) === undefined, 'the archive without it');
  });

  test('is saved for the next session, and a damaged copy is ignored', async () => {
    const storage = uriAt(STORAGE);
    const first = await read(storage);
    const file = await eventually(async () => (await filesIn(storage))[0], 'the cache');
    const uri = vscode.Uri.joinPath(storage, file);
    const whole = await eventually(async () => {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return bytes.length > 1_000_000 && isWhole(bytes) && bytes;
    }, 'the whole cache');
    const changed = `${entryOf(8)}\n9/ **Later**. ([Herald](https://herald.example/later))\n`;
    await write(pathOf(8), changed);
    const { index } = await read(storage);
    assert.equal(index().paths().length, ENTRIES);
    assert.equal(index().citationLookup.daysCiting('https://herald.example/later')[0]?.number, 8);
    assert.deepEqual(index().summary(pathOf(900)), first.index().summary(pathOf(900)));
    for (const broken of [
      whole.slice(0, whole.length >> 1),
      whole.map((byte, index) => (index === 5000 ? ~byte : byte)),
    ]) {
      disposeAll();
      await vscode.workspace.fs.writeFile(uri, broken);
      const again = await read(storage);
      assert.equal(again.index().paths().length, ENTRIES);
      assert.equal(again.index().citationLookup.daysCiting('https://herald.example/later')[0]?.number, 8);
      await eventually(async () => {
        const bytes = await vscode.workspace.fs.readFile(uri);
        return bytes.length > whole.length && isWhole(bytes); // it contains one more citation
      }, 'a new cache');
    }
  });
});

/**
 * Measures how long the host is blocked at a time. The returned function stops it and returns the longest time as a share of the
 * whole. Counts processor time where the host reports it.
 */
function watchHost(): () => number {
  let longest = 0;
  const start = work();
  let before = start;
  const look = () => {
    const now = work();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    look();
    clearInterval(timer);
    return longest / (before - start);
  };
}

/** Processor time in milliseconds; clock time if the host does not report it. */
function work(): number {
  if (typeof process !== 'object' || typeof process.cpuUsage !== 'function') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Whether a cache has been written completely: each chunk starts with the length of its content, see indexCodec.ts. */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.length) at += 8 + view.getUint32(at, true);
  return at === bytes.length;
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriAt(`${FOLDER}/${path}`), new TextEncoder().encode(text));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

async function filesIn(folder: vscode.Uri): Promise<string[]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (items) => items.map(([name]) => name),
    () => [],
  );
}

function dateOf(day: number): string {
  return new Date(Date.UTC(2021, 0, day)).toISOString().slice(0, 10);
}

function pathOf(day: number): string {
  return `_posts/${dateOf(day)}-day-${day}.markdown`;
}

function addressOf(day: number, section: number): string {
  return `https://www.valley.example/${dateOf(day).replaceAll('-', '/')}/a-story-of-some-length-as-addresses-go-${section}`;
}

/** An entry of eleven kilobytes, the size of real ones. */
function entryOf(day: number): string {
  const sections = Array.from({ length: 24 }, (_, index) => {
    const words = `What happened in section ${index + 1} is told in a few sentences, each with some words. `.repeat(3);
    const otherCitation = `[Herald](https://herald.example/${day}/${index + 1})`;
    return `${index + 1}/ **Headline ${index + 1} of Day ${day}**. ${words}([Valley Post](${addressOf(day, index + 1)}) / ${otherCitation})\n`;
  });
  return `---\ntitle: Day ${day}\ndate: ${dateOf(day)} 09:00:00 -08:00\ntags:\n- harbor\n---\n\n${sections.join('\n')}`;
}
