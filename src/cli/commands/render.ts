import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { findTimeZone } from '../../core/dates/timeZone.ts';
import { ENGINE_NAMES } from '../../core/engines/engine.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { parseEntry } from '../../core/entry/parse.ts';
import { pageValuesOf } from '../../core/newsroom/siteValues.ts';
import { type RenderOptions, renderBody } from '../../core/render/renderBody.ts';
import { renderEmail } from '../../core/render/targets/email.ts';
import { type PageOptions, renderPage } from '../../core/render/targets/page.ts';
import { renderPlainText } from '../../core/render/targets/plainText.ts';
import { lazy } from '../../core/text/lazy.ts';
import { textOf as textIn } from '../../core/text/text.ts';
import { CannotRun, type Command, type CommandContext, oneOf, parseArguments } from '../command.ts';
import { findFiles } from '../newsroom/entryFiles.ts';
import { isBelow } from '../newsroom/fileSystem.ts';
import { findRoot } from '../newsroom/findRoot.ts';
import { loadSettings } from '../newsroom/loadSettings.ts';
import { loadSite } from '../newsroom/loadSite.ts';
import { loadSiteAddress, loadSiteConfig, readNewsroom } from '../newsroom/readNewsroom.ts';
import { decode, tryReadSource } from '../newsroom/sourceFile.ts';
import { plainJson } from '../terminal/plainText.ts';

/**
 * `daybook render`: entries as the site shows them. `body` is exactly what the site's renderer outputs, `page` a self-contained
 * file, `email` has inline styles. In JSON, plain text is in `html` as well.
 */
export const render: Command = (args, context) => {
  const { values, positionals } = parseArguments(args, {
    root: { type: 'string' },
    target: { type: 'string' },
    engine: { type: 'string' },
    format: { type: 'string' },
  });
  const target = oneOf('--target', values.target, ['body', 'page', 'email', 'text']);
  const format = oneOf('--format', values.format, ['html', 'json']);
  const engine = values.engine === undefined ? undefined : oneOf('--engine', values.engine, ENGINE_NAMES);
  if (positionals.length === 0) throw new CannotRun('render takes the path of an entry');
  const root = findRoot(values.root, positionals, context);
  const renderEntry = RENDERERS[target];
  const site = lazy(() => loadSite(root, engine, context));
  const options = lazy(() => (target === 'body' ? loadSiteAddress(root, context) : pageOptions(root, context)));
  for (const file of findFiles(positionals, root, context)) {
    const source = tryReadSource(file, root, context.fail);
    if (!source) continue;
    const entry = parseEntry(decode(source));
    const { siteValues } = site();
    const pageValues = lazy(() => pageValuesOf(entry, source.path, siteValues()));
    const html = renderEntry(entry, { ...site(), pageValues }, options);
    if (format === 'json') context.out(`${plainJson(JSON.stringify({ path: source.path, html }))}\n`);
    else context.outText(html);
  }
  return 0;
};

type Target = 'body' | 'page' | 'email' | 'text';

/** Options are read when they are first needed. */
const RENDERERS: Readonly<Record<Target, (entry: Entry, site: RenderOptions, options: () => PageOptions) => string>> = {
  body(entry, site, options) {
    const body = textIn(entry.text, entry.body);
    return renderBody(body, /\{[{%]/.test(body) ? { ...options(), ...site } : site);
  },
  page: (entry, site, options) => renderPage(entry, { ...options(), ...site }),
  email: (entry, site, options) => renderEmail(entry, { ...options(), ...site }),
  text: (entry, site, options) => renderPlainText(entry, { ...options(), ...site }),
};

/** Reads the archive to learn the time zone if no configuration names it. */
function pageOptions(root: string, context: CommandContext): PageOptions {
  const timezone = loadSettings(root, context.error).timezone ?? loadSiteConfig(root).timezone;
  const configured = timezone === undefined ? undefined : findTimeZone(timezone);
  return {
    ...loadSiteAddress(root, context),
    zone: configured ?? readNewsroom(root, [], context).zone(),
    resolveImage: (address) => imageDataUrl(root, address),
  };
}

/** An image of the site (`/uploads/1080.jpg`) as a `data:` URL; undefined if it is not in the site's folder. */
function imageDataUrl(root: string, address: string): string | undefined {
  const type = IMAGE_TYPES[extname(address).toLowerCase()];
  if (type === undefined || !address.startsWith('/')) return undefined;
  const file = join(root, address);
  if (!isBelow(root, file)) return undefined;
  try {
    if (statSync(file).size > MAX_IMAGE_BYTES) return undefined;
    return `data:${type};base64,${readFileSync(file).toString('base64')}`;
  } catch {
    return undefined; // not in this folder; the site may have it
  }
}

/** Larger images would make the page too large to send. */
const MAX_IMAGE_BYTES = 4 << 20;

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
