import * as vscode from 'vscode';
import type { PageState } from '../preview/protocol.ts';
import type { FeatureServices } from './commands/commandServices.ts';
import type { Commands } from './commands/index.ts';
import { setContextKey } from './editor/contextKey.ts';
import { lazyChunk } from './editor/lazyChunk.ts';
import { log } from './editor/log.ts';
import { reportErrors } from './editor/reportErrors.ts';
import { findRoots, mayBeEntry } from './newsrooms/discoverRoots.ts';
import { onDidChangeSettings, registerSettings } from './newsrooms/editorSettings.ts';
import { hasSite } from './newsrooms/findSites.ts';
import { VIEW_TYPE } from './preview/viewType.ts';

const loadFeatures = lazyChunk(() => import('./features.ts'));
const loadOnDemand = lazyChunk(() => import('./onDemand.ts'));

/**
 * Called by the editor when Markdown is opened, or a folder that may be a newsroom or the site of one. This chunk is all that is loaded without an
 * entry: it reads settings and registers commands by name. Features, and what commands do, are loaded when they are first needed.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { appName, appHost } = vscode.env;
  const mode = vscode.workspace.isTrusted ? '' : ' in Restricted Mode';
  log.info(`Daybook ${context.extension.packageJSON.version} in ${appName} ${vscode.version} (${appHost})${mode}`);
  let features: FeatureServices | undefined;
  const openFeatures = async (): Promise<FeatureServices> => {
    const chunk = await loadFeatures();
    features ??= chunk.openFeatures(context);
    return features;
  };
  let commands: Commands | undefined;
  const runCommand = async (name: string, argument: unknown): Promise<unknown> => {
    const openedFeatures = await openFeatures();
    const { createCommands } = await loadOnDemand();
    commands ??= createCommands(openedFeatures);
    return reportErrors(name, () => commands?.[name]?.(argument));
  };
  const isEntryOpen = () => vscode.workspace.textDocuments.some(mayBeEntry);
  const openFeaturesIfNeeded = async (): Promise<void> => {
    setContextKey('daybook.hasSite', await hasSite());
    if (features) return;
    if (isEntryOpen() || (await findRoots()).length > 0) await openFeatures();
    // Without a newsroom, the explorer's menu goes by the default folder names: see views/contextKeys.ts.
    else setContextKey('daybook.usualFolders', true);
  };
  context.subscriptions.push(
    log,
    registerSettings(),
    ...commandNames(context).map((name) =>
      vscode.commands.registerCommand(name, (argument: unknown) => runCommand(name, argument)),
    ),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: Partial<PageState> | undefined) =>
        (await openFeatures()).previews.restore(panel, state),
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (mayBeEntry(document)) void openFeatures();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void openFeaturesIfNeeded()),
    onDidChangeSettings(() => void openFeaturesIfNeeded()),
  );
  if (isEntryOpen()) await openFeatures();
  else void openFeaturesIfNeeded();
}

function commandNames({ extension }: vscode.ExtensionContext): readonly string[] {
  const { contributes }: Manifest = extension.packageJSON;
  return contributes.commands.map(({ command }) => command);
}

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}
