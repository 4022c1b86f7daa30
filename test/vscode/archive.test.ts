import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ArchiveIndex } from '../../src/core/archive/archiveIndex.ts';
import { Newsrooms } from '../../src/vscode/newsrooms/newsrooms.ts';
import { at, closeAll, eventually, open } from './support.ts';

/** As many as the archive of seven years has. */
const ENTRIES = 1539;

// A newsroom of its own in a folder that no command takes for one, with an index of its own.
const FOLDER = '.archive';
const STORAGE = '.archive-storage';

suite('The archive', () => {
  const root = at(FOLDER);
  const opened: Newsrooms[] = [];
  const newsrooms = (storage?: vscode.Uri): Newsrooms => {
    const made = new Newsrooms(storage);
    opened.push(made);
    return made;
  };
  const read = async (storage?: vscode.Uri): Promise<{ known: Newsrooms; index: () => ArchiveIndex }> => {
    const known = newsrooms(storage);
    await known.read(root);
    const index = () => {
      const found = known.archiveAt(root);
      assert.ok(found, 'the archive was not read');
      return found;
    };
    return { known, index };
  };

  const disposeAll = () => {
    for (const made of opened.splice(0)) made.dispose();
  };

  suiteSetup(async () => {
    await write('_config.yml', 'timezone: America/Los_Angeles\n');
    for (let day = 1; day <= ENTRIES; day += 50) {
      const days = Array.from({ length: Math.min(50, ENTRIES - day + 1) }, (_, next) => day + next);
      await Promise.all(days.map((each) => write(pathOf(each), entryOf(each))));
    }
  });
  teardown(async () => {
    await closeAll();
    disposeAll();
  });
  suiteTeardown(async () => {
    for (const folder of [FOLDER, STORAGE]) {
      if (await exists(at(folder))) await vscode.workspace.fs.delete(at(folder), { recursive: true });
    }
  });

  test('holds every entry once it has been read @smoke', async () => {
    const known = newsrooms();
    assert.equal(known.archiveAt(root), undefined);
    const newsroom = await known.read(root);
    const index = known.archiveAt(root);
    assert.equal(newsroom.days.length, ENTRIES);
    assert.deepEqual(newsroom.epochs(), [{ from: '2021-01-01', day: 1 }]);
    assert.equal(index?.summary(pathOf(700))?.items.length, 24);
    assert.deepEqual(
      index?.citing.days(addressOf(700, 3)).map(({ number }) => number),
      [700],
    );
    assert.equal(newsroom.outlets().at('valley.example')?.name, 'Valley Post');
    assert.ok(newsroom.anchors(pathOf(700))?.includes('3-headline-3-of-day-700-what-happene'));
  });

  test('is read in many pieces, between which the host does other things', async () => {
    // What else the machine does may make a piece look long, but not time after time.
    await eventually(async () => {
      const longestShare = watchHost();
      const { index } = await read();
      const share = longestShare();
      assert.equal(index().paths().length, ENTRIES);
      disposeAll();
      assert.ok(share < 1 / 12, `one piece took ${(100 * share).toFixed(1)} % of the reading`);
      return true;
    }, 'a reading without a long piece');
  });

  test('has what is typed into an open entry, before it is saved', async () => {
    const { known, index } = await read();
    const editor = await open(`${FOLDER}/${pathOf(5)}`);
    const text = editor.document.getText();
    const line = editor.document.positionAt(text.indexOf('1/ ')).line;
    let told = 0;
    known.onDidChange(() => told++);
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(line, 0), '0/ **Typed**. Now. ([Herald](https://herald.example/typed))\n\n'),
    );
    assert.equal(index().citing.days('https://herald.example/typed')[0]?.number, 5);
    assert.equal(index().summary(pathOf(5))?.items[0]?.headline, 'Typed');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually(() => index().citing.days('https://herald.example/typed').length === 0, 'the entry as it was');
    await eventually(() => told > 0, 'word of the change');
  });

  test('tells of what was typed when the writer rests', async () => {
    const { known } = await read();
    const editor = await open(`${FOLDER}/${pathOf(6)}`);
    const told = new Promise<void>((resolve) => known.onDidChange(() => resolve()));
    const title = editor.document.getText().indexOf('Day 6') + 'Day '.length;
    const place = editor.document.positionAt(title);
    await editor.edit((edit) => edit.replace(new vscode.Range(place, place.translate(0, 1)), '9999'));
    await told;
    assert.ok(known.at(root).days.some(({ number }) => number === 9999));
  });

  test('follows files that are written and deleted @smoke', async () => {
    const { index } = await read();
    const path = pathOf(ENTRIES + 1);
    await write(path, entryOf(ENTRIES + 1));
    await eventually(() => index().summary(path)?.title === `Day ${ENTRIES + 1}`, 'the new entry');
    await vscode.workspace.fs.delete(at(`${FOLDER}/${path}`));
    await eventually(() => index().summary(path) === undefined, 'the archive without it');
  });

  test('outlives the session, and is trusted only where it is whole', async () => {
    const storage = at(STORAGE);
    const first = await read(storage);
    const file = await eventually(async () => (await filesIn(storage))[0], 'the cache');
    const uri = vscode.Uri.joinPath(storage, file);
    const whole = await eventually(async () => {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return bytes.length > 1_000_000 && isWhole(bytes) && bytes;
    }, 'all of the cache');
    const changed = `${entryOf(8)}\n9/ **Later**. ([Herald](https://herald.example/later))\n`;
    await write(pathOf(8), changed);
    const { index } = await read(storage);
    assert.equal(index().paths().length, ENTRIES);
    assert.equal(index().citing.days('https://herald.example/later')[0]?.number, 8);
    assert.deepEqual(index().summary(pathOf(900)), first.index().summary(pathOf(900)));
    for (const broken of [
      whole.slice(0, whole.length >> 1),
      whole.map((byte, place) => (place === 5000 ? ~byte : byte)),
    ]) {
      disposeAll();
      await vscode.workspace.fs.writeFile(uri, broken);
      const again = await read(storage);
      assert.equal(again.index().paths().length, ENTRIES);
      assert.equal(again.index().citing.days('https://herald.example/later')[0]?.number, 8);
      await eventually(async () => {
        const bytes = await vscode.workspace.fs.readFile(uri);
        return bytes.length > whole.length && isWhole(bytes); // it has one citation more
      }, 'the cache anew');
    }
  });
});

/**
 * Looks how long the host does not come round to a timer; the function returned stops it and gives the longest time as a share of
 * the whole. Where the host can tell, time that it was not given by the machine does not count.
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

/** In ms of the processor's; of the clock's where the host does not tell. */
function work(): number {
  if (typeof process !== 'object' || typeof process.cpuUsage !== 'function') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Whether all of a cache has been written: each chunk begins with the length of what follows its head, see indexCache.ts. */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 8 <= bytes.length) at += 8 + view.getUint32(at, true);
  return at === bytes.length;
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(at(`${FOLDER}/${path}`), new TextEncoder().encode(text));
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

/** Eleven kilobytes, as the real ones. */
function entryOf(day: number): string {
  const sections = Array.from({ length: 24 }, (_, index) => {
    const words = `What happened in section ${index + 1} is told in a few sentences, each with some words. `.repeat(3);
    const others = `[Herald](https://herald.example/${day}/${index + 1})`;
    return `${index + 1}/ **Headline ${index + 1} of Day ${day}**. ${words}([Valley Post](${addressOf(day, index + 1)}) / ${others})\n`;
  });
  return `---\ntitle: Day ${day}\ndate: ${dateOf(day)} 09:00:00 -08:00\ntags:\n- harbor\n---\n\n${sections.join('\n')}`;
}
