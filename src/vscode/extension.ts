import * as vscode from 'vscode';
import type { PageState } from '../preview/protocol.ts';
import type { Commands, Parts } from './commands/index.ts';
import { lazyChunk } from './editor/lazyChunk.ts';
import { mayBeEntry, rootsInWorkspace } from './newsrooms/discoverRoots.ts';
import { onDidChangeSettings, registerSettings } from './newsrooms/settings.ts';
import { VIEW_TYPE } from './preview/viewType.ts';

const loadFeatures = lazyChunk(() => import('./features.ts'));
const loadAsked = lazyChunk(() => import('./onDemand.ts'));

/**
 * Called by the editor when Markdown is opened, or a folder that may be a newsroom. Here is only what there has to be without an entry:
 * settings, and the names of the commands. What they do, and all features, are parts that are loaded when they are needed.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  let opened: Parts | undefined;
  const features = async (): Promise<Parts> => {
    const { openFeatures } = await loadFeatures();
    opened ??= openFeatures(context);
    return opened;
  };
  let commands: Commands | undefined;
  const run = async (name: string, argument: unknown): Promise<unknown> => {
    const parts = await features();
    const { commandsOf } = await loadAsked();
    commands ??= commandsOf(parts);
    return commands[name]?.(argument);
  };
  const isEntryOpen = () => vscode.workspace.textDocuments.some(mayBeEntry);
  const look = async (): Promise<void> => {
    if (opened) return;
    if (isEntryOpen() || (await rootsInWorkspace()).length > 0) await features();
    // No folder has a name of its own: a path tells an entry by itself, see context.ts.
    else void vscode.commands.executeCommand('setContext', 'daybook.usualFolders', true);
  };
  context.subscriptions.push(
    registerSettings(),
    ...commandNames(context).map((name) =>
      vscode.commands.registerCommand(name, (argument: unknown) => run(name, argument)),
    ),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: Partial<PageState> | undefined) =>
        (await features()).previews.restore(panel, state),
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (mayBeEntry(document)) void features();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void look()),
    onDidChangeSettings(() => void look()),
  );
  if (isEntryOpen()) await features();
  else void look();
}

function commandNames({ extension }: vscode.ExtensionContext): readonly string[] {
  const { contributes }: Manifest = extension.packageJSON;
  return contributes.commands.map(({ command }) => command);
}

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}
