import * as vscode from 'vscode';
import type { Services } from '../documents/services.ts';
import { stateOf } from '../newsrooms/enablement.ts';

/** Says quietly, among the language status of a post, that its blog is left alone, and offers to turn Daybook on. */
export function registerOffStatus({ entries, newsrooms }: Services): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let shownRoot: string | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const root = document && entries.isOff(document) ? newsrooms.possibleRootOf(document.uri) : undefined;
    const key = root && stateOf(root) === 'auto' ? root.toString() : undefined;
    if (key === shownRoot) return;
    shownRoot = key;
    item?.dispose();
    item = root && key !== undefined ? itemFor(root) : undefined;
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    entries.onDidChange(update),
    new vscode.Disposable(() => item?.dispose()),
  );
}

function itemFor(root: vscode.Uri): vscode.LanguageStatusItem {
  const selector = { language: 'markdown', pattern: new vscode.RelativePattern(root, '**') };
  const item = vscode.languages.createLanguageStatusItem('daybook.off', selector);
  item.name = 'Daybook';
  item.text = 'Daybook is off';
  item.detail = 'No post here has a label, a citation group or a number';
  item.command = { title: 'Turn On', command: 'daybook.turnOn', arguments: [root] };
  return item;
}
