import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptItem,
  closeAll,
  closeList,
  createAndOpen,
  createAndOpenFresh,
  deleteFile,
  eventually,
  eventuallyEqual,
  exists,
  repeatUntilSettled,
  runUntilList,
  uriAt,
  waitForNextList,
  waitUntilIndexed,
} from './support.ts';

const FRONT = 'image: "/uploads/day-411-a.jpg"\n---\n\n1/ **One**.\n';

// Uses dates that no other test uses, because the editor keeps the documents of deleted files.
suite('Change Day', () => {
  const createdPaths = new Set<string>();
  teardown(async () => {
    await closeList();
    await closeAll();
    for (const path of createdPaths) await deleteFile(path);
    createdPaths.clear();
  });
  const textOf = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uriAt(path)));
  const put = async (path: string, text: string): Promise<void> => {
    createdPaths.add(path);
    await vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
  };
  const active = () => vscode.window.activeTextEditor?.document;

  /** Picks the second free day, and then the first item of each list. */
  async function moveAway(path: string): Promise<string> {
    const { done } = await runUntilList('daybook.changeDay');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await repeatUntilSettled(acceptItem, done);
    assert.equal(await exists(path), false);
    const number = /day-(\d+)\.markdown$/.exec(active()?.uri.path ?? '')?.[1] ?? '';
    const renamed = active()?.uri.path.replace(/^.*\/(?=_)/, '') ?? '';
    createdPaths.add(renamed);
    assert.notEqual(number, '');
    return number;
  }

  test('the image and the links of other entries change too, and one undo takes everything back @smoke', async () => {
    const path = '_posts/2027-02-19-day-411.markdown';
    const other = '_drafts/day-402.markdown';
    const link = 'https://log.portalder.example/2027/02/19/day-411';
    const otherText = `---\ntitle: Day 402\ndate: 2027-02-10 09:00:00 -08:00\n---\n\n1/ As on [Day 411](${link}/#1-one) and [there](${link}).\n`;
    const text = `---\ntitle: Day 411\ndate: 2027-02-19 09:00:00 -08:00\n${FRONT}`;
    await put(other, otherText);
    await put('uploads/day-411-a.jpg', 'A picture.');
    createdPaths.add(path);
    await createAndOpenFresh(path, text);
    await waitUntilIndexed('Day 402');

    const number = await moveAway(path);
    createdPaths.add(`uploads/day-${number}-a.jpg`);
    const [, date = ''] = /_posts\/(\d{4}-\d\d-\d\d)-day/.exec(active()?.uri.path ?? '') ?? [];
    const address = `https://log.portalder.example/${date.replaceAll('-', '/')}/day-${number}`;
    assert.ok(active()?.getText().includes(`title: Day ${number}\ndate: ${date} 09:00:00`));
    assert.ok(active()?.getText().includes(`image: "/uploads/day-${number}-a.jpg"`));
    assert.equal(await textOf(`uploads/day-${number}-a.jpg`), 'A picture.');
    assert.equal(await exists('uploads/day-411-a.jpg'), false);
    await eventuallyEqual(() => textOf(other), otherText.replaceAll(link, address), 'the links, saved');

    await vscode.commands.executeCommand('undo');
    await eventually(() => exists(path), 'the file under its old name');
    await eventually(() => exists('uploads/day-411-a.jpg'), 'the image under its old name');
    await eventuallyEqual(() => active()?.getText(), text, 'the old text');
    const document = await vscode.workspace.openTextDocument(uriAt(other));
    await eventuallyEqual(() => document.getText(), otherText, 'the old links');
  });

  test('an image that another entry also uses keeps its name', async () => {
    const path = '_drafts/day-412.markdown';
    const shared = '_drafts/day-403.markdown';
    await put(shared, '---\ntitle: Day 403\ndate: 2027-02-11 09:00:00 -08:00\nimage: "/uploads/412.jpg"\n---\n');
    await put('uploads/412.jpg', 'A picture.');
    createdPaths.add(path);
    await createAndOpenFresh(
      path,
      '---\ntitle: Day 412\ndate: 2027-02-20 09:00:00 -08:00\nimage: "/uploads/412.jpg"\n---\n\n1/ One.\n',
    );
    await waitUntilIndexed('Day 403');
    await moveAway(path);
    assert.match(active()?.getText() ?? '', /\nimage: "\/uploads\/412\.jpg"\n/);
    assert.equal(await textOf('uploads/412.jpg'), 'A picture.');
  });

  test('nothing changes if the writer opens one of the linking entries instead', async () => {
    const path = '_drafts/day-413.markdown';
    const other = '_drafts/day-404.markdown';
    const text = '---\ntitle: Day 413\ndate: 2027-02-21 09:00:00 -08:00\n---\n\n1/ One.\n';
    await put(other, '---\ntitle: Day 404\ndate: 2027-02-12 09:00:00 -08:00\n---\n\n1/ [It](/2027/02/21/day-413/).\n');
    createdPaths.add(path);
    await createAndOpen(path, text);
    await waitUntilIndexed('Day 404');
    const { done } = await eventually(async () => {
      const changing = await runUntilList('daybook.changeDay');
      await acceptItem(); // the day
      const linkList = waitForNextList();
      return (await linkList(changing.done)) && changing; // otherwise our own list came later and replaced it
    }, 'the list of links');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious'); // the entry with the link
    await acceptItem();
    await done;
    await eventually(() => active()?.uri.path.endsWith(other), 'the other entry');
    assert.equal(await textOf(path), text);
  });
});
