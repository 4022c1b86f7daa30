import * as vscode from 'vscode';
import { broken } from './editor/lazyChunk.ts';

/** The files of the parts beside this one, `extension.js` among them; the build writes them in. */
declare const __PARTS__: readonly string[];

/**
 * What the web host calls: its `require` knows `vscode` and no files. So all of ours are fetched first, side by side, and each is
 * evaluated when one that is there requires it, as Node does.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const sources = new Map(await Promise.all(__PARTS__.map((name) => sourceOf(folder, name))));
  const modules = new Map<string, { exports: unknown }>();
  const load = (name: string): unknown => {
    if (name === 'vscode') return vscode;
    const known = modules.get(name);
    if (known) return known.exports;
    const source = sources.get(name);
    if (source === undefined) throw new Error(`there is no ${name}`);
    const module = { exports: {} };
    modules.set(name, module);
    try {
      new Function('module', 'exports', 'require', source)(module, module.exports, load);
    } catch (error) {
      modules.delete(name); // half a module is none
      throw error;
    }
    return module.exports;
  };
  const extension = load('./extension.js') as typeof import('./extension.ts');
  await extension.activate(context);
}

async function sourceOf(folder: vscode.Uri, name: string): Promise<readonly [string, string]> {
  const uri = vscode.Uri.joinPath(folder, name);
  try {
    const source = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return [`./${name}`, `${source}\n//# sourceURL=${uri}`];
  } catch (error) {
    throw broken(error);
  }
}
