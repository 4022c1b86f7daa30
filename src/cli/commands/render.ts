import { readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { timeZoneOf } from '../../core/dates/timeZone.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { renderBody } from '../../core/render/body.ts';
import { renderEmail } from '../../core/render/targets/email.ts';
import { type PageOptions, renderPage } from '../../core/render/targets/page.ts';
import { renderText } from '../../core/render/targets/plainText.ts';
import { textOf as textIn } from '../../core/text/text.ts';
import { CannotRun, type Command, type CommandContext, oneOf, parseArguments } from '../command.ts';
import { filesOf, readConfig, readNewsroom, readSource, rootOf, textOf } from '../newsroom/files.ts';
import { settingsOf } from '../newsroom/loadSettings.ts';

/**
 * `daybook render`: entries as the site shows them. The body is what the site's renderer gives; a page is a file that
 * needs nothing else; an e-mail has its styles on its elements. In JSON a plain text stands under `html` like the others.
 */
export const render: Command = (args, surface) => {
  const { values, positionals } = parseArguments(args, {
    root: { type: 'string' },
    target: { type: 'string' },
    format: { type: 'string' },
  });
  const target = oneOf('--target', values.target, ['body', 'page', 'email', 'text']);
  const format = oneOf('--format', values.format, ['html', 'json']);
  if (positionals.length === 0) throw new CannotRun('render takes the path of an entry');
  const root = rootOf(values.root, positionals, surface);
  const renderEntry = RENDERERS[target];
  const options = target === 'body' ? siteOptions(root) : pageOptions(root, surface);
  for (const file of filesOf(positionals, root, surface)) {
    const source = readSource(file, root);
    const html = renderEntry(parseEntry(textOf(source)), options);
    surface.out(format === 'json' ? `${JSON.stringify({ path: source.path, html })}\n` : html);
  }
  return 0;
};

type Target = 'body' | 'page' | 'email' | 'text';

const RENDERERS: Readonly<Record<Target, (entry: Entry, options: PageOptions) => string>> = {
  body: (entry, options) => renderBody(textIn(entry.text, entry.body), options),
  page: renderPage,
  email: renderEmail,
  text: renderText,
};

function siteOptions(root: string): PageOptions {
  const { url } = readConfig(root);
  return url === undefined ? {} : { siteUrl: url };
}

/** Where no configuration names the zone that dates are shown in, the archive is read for it. */
function pageOptions(root: string, surface: CommandContext): PageOptions {
  const timezone = settingsOf(root, surface.error).timezone ?? readConfig(root).timezone;
  const configured = timezone === undefined ? undefined : timeZoneOf(timezone);
  return {
    ...siteOptions(root),
    zone: configured ?? readNewsroom(root, [], surface).zone(),
    picture: (address) => pictureBelow(root, address),
  };
}

/** A picture of the site (`/uploads/1080.jpg`) as a `data:` address; undefined where its folder does not hold it. */
function pictureBelow(root: string, address: string): string | undefined {
  const type = PICTURES[extname(address).toLowerCase()];
  if (type === undefined || !address.startsWith('/')) return undefined;
  const file = join(root, address);
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
  try {
    if (statSync(file).size > LARGEST_PICTURE) return undefined;
    return `data:${type};base64,${readFileSync(file).toString('base64')}`;
  } catch {
    return undefined; // the site has it, or nobody
  }
}

/** A page of more than a few megabytes is not passed on. */
const LARGEST_PICTURE = 4 << 20;

const PICTURES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
