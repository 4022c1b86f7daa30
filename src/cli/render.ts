import { parseEntry } from '../core/entry/parse.ts';
import { renderBody } from '../core/render/body.ts';
import { CannotRun, type Command, oneOf, readArgs } from './command.ts';
import { filesOf, readConfig, readSource, rootOf, textOf } from './files.ts';

/** `daybook render`: the HTML of entries as the site's renderer gives it. */
export const render: Command = (args, surface) => {
  const { values, positionals } = readArgs(args, {
    root: { type: 'string' },
    target: { type: 'string' },
    format: { type: 'string' },
  });
  oneOf('--target', values.target, ['body']);
  const format = oneOf('--format', values.format, ['html', 'json']);
  if (positionals.length === 0) throw new CannotRun('render takes the path of an entry');
  const root = rootOf(values.root, positionals, surface);
  const { url } = readConfig(root);
  const options = url === undefined ? {} : { siteUrl: url };
  for (const file of filesOf(positionals, root, surface)) {
    const source = readSource(file, root);
    const text = textOf(source);
    const { body } = parseEntry(text);
    const html = renderBody(text.slice(body.from, body.to), options);
    surface.out(format === 'json' ? `${JSON.stringify({ path: source.path, html })}\n` : html);
  }
  return 0;
};
