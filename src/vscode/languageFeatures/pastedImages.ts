import * as vscode from 'vscode';
import { checkImage } from '../../core/files/imageType.ts';
import { readBytes } from '../editor/fileSystem.ts';
import { pathBelow } from '../editor/uris.ts';

/** An image that was pasted or dropped. */
export interface PastedImage {
  /** For messages: `boat.png`. */
  readonly name: string;
  /** The path of a file that the site has already, below its root. Others are copied. */
  readonly sitePath: string | undefined;
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** The images on the clipboard or in a drag; the reason, as a sentence, if one of them cannot be on a page. */
type PastedImages =
  | { readonly ok: true; readonly images: readonly PastedImage[] }
  | { readonly ok: false; readonly message: string };

/**
 * Reads the images; undefined if there are none, or if there is text as well that they only illustrate: spreadsheets and word processors
 * add a picture of what was copied.
 */
export async function imagesIn(
  data: vscode.DataTransfer,
  root: vscode.Uri,
  { evenWithText }: { readonly evenWithText: boolean },
): Promise<PastedImages | undefined> {
  const files = await filesIn(data);
  if (files.length === 0) return undefined;
  if (!evenWithText && (await hasOtherText(data, files))) return undefined;
  const images: PastedImage[] = [];
  for (const { name, uri, read } of files) {
    const bytes = await read();
    const check = bytes ? checkImage(bytes) : UNREADABLE;
    if (!bytes || !check.ok) {
      const reason = check.ok ? UNREADABLE.reason : check.reason;
      return { ok: false, message: `Nothing was inserted: ${name} ${reason}.` };
    }
    images.push({ name, sitePath: uri && sitePathOf(uri, root), bytes, extension: check.type.extension });
  }
  return { ok: true, images };
}

const UNREADABLE = { ok: false, reason: 'could not be read' } as const;

interface ImageFile {
  readonly name: string;
  readonly uri: vscode.Uri | undefined;
  readonly read: () => Thenable<Uint8Array | undefined>;
}

async function filesIn(data: vscode.DataTransfer): Promise<ImageFile[]> {
  const files: ImageFile[] = [];
  for (const [type, item] of data) {
    const file = /^image\//i.test(type) ? item.asFile() : undefined;
    if (file) files.push({ name: file.name || 'the image', uri: file.uri, read: () => file.data() });
  }
  if (files.length > 0) return files;
  const list = (await data.get('text/uri-list')?.asString()) ?? '';
  const uris = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const images = uris.flatMap((line) => imageUri(line) ?? []);
  // Anything else beside the images is for VS Code to handle.
  return images.length < uris.length
    ? []
    : images.map((uri) => ({ name: uri.path.slice(uri.path.lastIndexOf('/') + 1), uri, read: () => readBytes(uri) }));
}

/** The URI of a file with the name of an image; pages on the web are cited instead. */
function imageUri(line: string): vscode.Uri | undefined {
  try {
    const uri = vscode.Uri.parse(line, true);
    return /^https?$/.test(uri.scheme) || !/\.(?:jpe?g|png|gif|webp|avif|svg)$/i.test(uri.path) ? undefined : uri;
  } catch {
    return undefined;
  }
}

/** Whether there is text besides the address or the name of a file. */
async function hasOtherText(data: vscode.DataTransfer, files: readonly ImageFile[]): Promise<boolean> {
  const text = ((await data.get('text/plain')?.asString()) ?? '').trim();
  const isAddress = /^[a-z][a-z\d+.-]*:\S+$/i.test(text);
  return text !== '' && !isAddress && !files.some(({ name }) => text.endsWith(name));
}

/** The path below the root; undefined if the file is elsewhere, or where sites do not publish files from. */
function sitePathOf(uri: vscode.Uri, root: vscode.Uri): string | undefined {
  const folder = `${root.path.replace(/\/$/, '')}/`;
  if (uri.scheme !== root.scheme || uri.authority !== root.authority || !uri.path.startsWith(folder)) return undefined;
  const path = pathBelow(root, uri).replace(/^(?:static|public)\//, '');
  return /(?:^|\/)[_.]/.test(path) ? undefined : path;
}
