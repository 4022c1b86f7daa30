import type { Entry } from '../../entry/entry.ts';
import { addAll, type Finding, type Rule } from '../rule.ts';

export const liquid: Rule = {
  id: 'liquid',
  summary:
    'A Liquid tag opens with "{%" and closes with "%}", an expression with "{{" and "}}", a comment with "<!--" and "-->".',
  why: 'The site reads Liquid before Markdown: a tag that is not closed takes the text behind it along, or stops the whole site from being built. Other Liquid than embedded posts and what the site says of itself (`{{ site.url }}`) is pointed out, as information: it may have come along with pasted text.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n⟦{% twitter https://herald.example/status/1 $}⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n{% twitter https://herald.example/status/1 %}',
  check(entry) {
    const findings: Finding[] = [];
    const { text, body } = entry;
    if (hasUnusual(text, body.from)) addAll(findings, unclosed(text, body));
    addAll(findings, unopened(entry));
    addAll(findings, openComment(entry));
    return findings;
  },
};

/** The quick way past: whether a brace stands anywhere that does not open an embedded post as posts are embedded. */
function hasUnusual(text: string, from: number): boolean {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', POST.lastIndex)) {
    POST.lastIndex = at;
    if (!POST.test(text)) return true;
  }
  return false;
}

const POST = /\{% (?:twitter|youtube) [^\s{%}]+ %\}/y;

/** A tag may run over several lines, but over no empty one, and not into the next tag. */
function* unclosed(text: string, { from, to }: Entry['body']): Generator<Finding> {
  let open: { readonly at: number; readonly close: string } | undefined;
  for (const { index, 0: sign } of text.slice(from, to).matchAll(SIGNS)) {
    if (open && sign === open.close) {
      const span = { from: open.at, to: from + index + sign.length };
      if (!USUAL.test(text.slice(span.from, span.to))) yield { ...span, message: UNUSUAL, severity: 'info' };
      open = undefined;
    } else if (sign === '{%' || sign === '{{') {
      if (open) yield unclosedAt(text, open.at, from + index, open.close);
      open = { at: from + index, close: sign === '{%' ? '%}' : '}}' };
    } else if (open && sign.startsWith('\n')) {
      yield unclosedAt(text, open.at, from + index, open.close);
      open = undefined;
    }
  }
  if (open) yield unclosedAt(text, open.at, to, open.close);
}

/** Embedded posts, and what the site or the page says of itself. */
const USUAL = /^(?:\{%-?\s*(?:twitter|youtube)\s|\{\{-?\s*(?:site|page)\.)/;

const UNUSUAL = 'The site runs this as Liquid.';

const SIGNS = /\{[{%]|[%}]\}|\n[^\S\n]*(?=\n)/g;

/** A comment that never closes hides all that stands behind it. */
function openComment({ text, blocks, body }: Entry): readonly Finding[] {
  if (text.indexOf('<!--', body.from) < 0) return NONE;
  const last = blocks.findLast(({ kind, from }) => kind === 'marker' && text.startsWith('<!--', from));
  if (!last || text.indexOf('-->', last.from) >= 0) return NONE;
  const { from } = last;
  const line = text.indexOf('\n', from);
  const end = from + text.slice(from, line < 0 ? text.length : line).trimEnd().length;
  return [
    {
      from,
      to: from + '<!--'.length,
      message: 'This comment is not closed by "-->": the page shows nothing of what follows.',
      suggestions: [{ title: 'Close the comment', edits: [{ from: end, to: end, text: ' -->' }] }],
    },
  ];
}

const NONE: readonly Finding[] = [];

/** To the end of its line, or of the address in an embedded post; not into the next tag. */
function unclosedAt(text: string, from: number, limit: number, close: string): Finding {
  const rest = text.slice(from, limit);
  const lineEnd = rest.indexOf('\n');
  const line = (lineEnd < 0 ? rest : rest.slice(0, lineEnd)).trimEnd();
  const to = from + line.length;
  const kind = close === '%}' ? 'tag' : 'expression';
  const finding = { from, to, message: `This Liquid ${kind} is not closed by "${close}".` };
  const tag = /^\{%-?\s*\w+\s+[^\s{}]+(?=\s*(\S{0,2})$)/.exec(line);
  if (close !== '%}' || !tag) return finding;
  return {
    ...finding,
    fix: { title: 'Close the tag', edits: [{ from: from + tag[0].length, to, text: ' %}' }] },
  };
}

/** `[% twitter … %]`, `\% youtube … %`: the brackets of a tag that embeds a post, mistyped. */
function* unopened({ text, body, blocks }: Entry): Generator<Finding> {
  if (text.indexOf('% twitter ', body.from) < 0 && text.indexOf('% youtube ', body.from) < 0) return;
  for (const { kind, from, to } of blocks) {
    if (kind === 'code' || kind === 'tweet') continue;
    const tag = /^(?:\\|[[({]\s*)?% (twitter|youtube) (\S+)(?:\s*\\?%?[\])}]?)?$/.exec(text.slice(from, to));
    if (!tag) continue;
    yield {
      from,
      to,
      message: 'This Liquid tag has not the brackets of one.',
      fix: { title: 'Mend the tag', edits: [{ from, to, text: `{% ${tag[1]} ${tag[2]} %}` }] },
    };
  }
}
