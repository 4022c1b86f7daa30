import * as vscode from 'vscode';
import { loadError } from './editor/lazyChunk.ts';

/** The names of the extension's other files, `extension.js` among them. Set by the build. */
declare const __CHUNK_FILES__: readonly string[];

/**
 * The entry point in the web host, where `require` cannot load files. Fetches all files of the extension in parallel, then provides a
 * `require` that evaluates each when it is first required, as Node.js does.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const sources = new Map(await Promise.all(__CHUNK_FILES__.map((name) => fetchSource(folder, name))));
  const modules = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    if (name === 'vscode') return vscode;
    const loadedModule = modules.get(name);
    if (loadedModule) return loadedModule.exports;
    const source = sources.get(name);
    if (source === undefined) throw new Error(`there is no ${name}`);
    const module = { exports: {} };
    modules.set(name, module);
    try {
      new Function('module', 'exports', 'require', source)(module, module.exports, load);
    } catch (error) {
      modules.delete(name); // a module that failed must not be used half-evaluated
      throw error;
    }
    return module.exports;
  };
  const extension = load('./extension.js') as typeof import('./extension.ts');
  await extension.activate(context);
}

async function fetchSource(folder: vscode.Uri, name: string): Promise<readonly [string, string]> {
  const uri = vscode.Uri.joinPath(folder, name);
  try {
    const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return [`./${name}`, `${source}\n//# sourceURL=${uri}`];
  } catch (error) {
    throw loadError(error);
  }
}
