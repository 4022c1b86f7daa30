import * as vscode from 'vscode';
import { profileOf } from '../../core/newsroom/profile/profile.ts';
import type { ProfileFact } from '../../core/newsroom/profile/profileFacts.ts';
import { type ProfilePage, profilePage } from '../../core/newsroom/profile/profilePage.ts';
import { activeRoot } from '../documents/activeEntry.ts';
import type { Services } from '../documents/services.ts';
import { positionsIn, toRange } from '../editor/convert.ts';
import { settingsFor } from './editorSettings.ts';
import type { Newsrooms } from './newsrooms.ts';
import { writeNewsroomSettings } from './writeSettings.ts';

// *Show What Daybook Learned*: a read-only page about the profile of a newsroom, which follows its entries. Entries that disagree are links,
// and above each fact that a setting can state there is a command that writes it into `daybook.json`.

const SCHEME = 'daybook-profile';

/** For the page alone, not for the palette. */
const WRITE_FACT = 'daybook.writeFact';

/** Provides the page, its links and its commands. */
export function registerProfilePages({ newsrooms }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const selector = { scheme: SCHEME };
  const pageOf = async (uri: vscode.Uri): Promise<ProfilePage> => pageFor(newsrooms, rootOf(uri));
  return vscode.Disposable.from(
    changed,
    vscode.commands.registerCommand(WRITE_FACT, writeFact),
    newsrooms.onDidChange((root) => {
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === SCHEME && rootOf(uri).toString() === root.toString()) changed.fire(uri);
    }),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await pageOf(uri)).text,
    }),
    vscode.languages.registerDocumentLinkProvider(selector, {
      async provideDocumentLinks({ uri }) {
        const { text, links } = await pageOf(uri);
        const positions = positionsIn(text);
        return links.map(
          (link) => new vscode.DocumentLink(toRange(positions, link), vscode.Uri.joinPath(rootOf(uri), link.path)),
        );
      },
    }),
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: onAny(changed.event),
      async provideCodeLenses({ uri }) {
        const { text, facts } = await pageOf(uri);
        const positions = positionsIn(text);
        return facts.flatMap(({ offset, fact }) => {
          const command = commandFor(rootOf(uri), fact);
          return command ? [new vscode.CodeLens(toRange(positions, { from: offset, to: offset }), command)] : [];
        });
      },
    }),
  );
}

/** Opens the page of the newsroom of the active entry, or of one that the writer picks. */
export async function showProfile({ newsrooms }: Services): Promise<void> {
  const root = await activeRoot(newsrooms);
  if (!root) return;
  const uri = vscode.Uri.from({ scheme: SCHEME, path: '/How This Log Is Written.md', query: root.toString() });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}

/** Writes a fact into the newsroom's `daybook.json` and shows it there. */
async function writeFact(root: unknown, name: unknown, value: unknown): Promise<void> {
  if (!(root instanceof vscode.Uri) || typeof name !== 'string' || !WRITABLE.has(name)) return;
  if (!(await writeNewsroomSettings(root, { [name]: value }))) return;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(root, 'daybook.json'), { preview: true });
}

async function pageFor(newsrooms: Newsrooms, root: vscode.Uri): Promise<ProfilePage> {
  const newsroom = await newsrooms.read(root);
  return profilePage(profileOf(newsroom.facts), settingsFor(root));
}

function rootOf({ query }: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(query);
}

/** The facts that are settings, too. */
const WRITABLE: ReadonlySet<string> = new Set(['count', 'title', 'fileName', 'timezone']);

function commandFor(root: vscode.Uri, { name, value, source }: ProfileFact): vscode.Command | undefined {
  if (!WRITABLE.has(name) || typeof value !== 'string') return undefined;
  if (source === 'setting') {
    const file = vscode.Uri.joinPath(root, 'daybook.json');
    return { title: '$(settings-gear) Set in the Settings', command: 'vscode.open', arguments: [file] };
  }
  const title = '$(edit) Write This into daybook.json';
  return { title, command: WRITE_FACT, arguments: [root, name, value] };
}

/** The same event without its argument. */
function onAny<T>(event: vscode.Event<T>): vscode.Event<void> {
  return (listener, thisArgument, disposables) => event(() => listener.call(thisArgument), undefined, disposables);
}
