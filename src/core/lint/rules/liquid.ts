import type { Entry } from '../../entry/entry.ts';
import { addFindings, type Finding, type Rule } from '../rule.ts';

export const liquid: Rule = {
  id: 'liquid',
  summary: 'A Liquid tag is written "{% … %}", a Liquid expression "{{ … }}" and a comment "<!-- … -->".',
  why: 'The site reads Liquid before Markdown: an unclosed tag swallows the text after it, or stops the whole site from building. Liquid other than embedded posts and values of the site or page (`{{ site.url }}`) is reported as information, since it may have been pasted by accident.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n⟦{% twitter https://herald.example/status/1 $}⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n{% twitter https://herald.example/status/1 %}',
  check(entry) {
    const findings: Finding[] = [];
    const { text, body } = entry;
    if (hasOtherLiquid(text, body.from)) addFindings(findings, tagFindings(text, body));
    addFindings(findings, mistypedTags(entry));
    addFindings(findings, unclosedComment(entry));
    return findings;
  },
};

/** A cheap check that rules out most entries: whether any brace opens something other than the usual tag of an embedded post. */
function hasOtherLiquid(text: string, from: number): boolean {
  for (let at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', EMBEDDED_POST.lastIndex)) {
    EMBEDDED_POST.lastIndex = at;
    if (!EMBEDDED_POST.test(text)) return true;
  }
  return false;
}

const EMBEDDED_POST = /\{% (?:twitter|youtube) [^\s{%}]+ %\}/y;

/** Unclosed tags, and tags worth pointing out. A tag may span several lines, but not a blank line or the start of another tag. */
function* tagFindings(text: string, { from, to }: Entry['body']): Generator<Finding> {
  let open: { readonly at: number; readonly close: string } | undefined;
  for (const { index, 0: delimiter } of text.slice(from, to).matchAll(DELIMITERS)) {
    if (open && delimiter === open.close) {
      const span = { from: open.at, to: from + index + delimiter.length };
      if (!EXPECTED_LIQUID.test(text.slice(span.from, span.to)))
        yield { ...span, message: 'The site will run this as Liquid.', severity: 'info' };
      open = undefined;
    } else if (delimiter === '{%' || delimiter === '{{') {
      if (open) yield unclosedTag(text, open.at, from + index, open.close);
      open = { at: from + index, close: delimiter === '{%' ? '%}' : '}}' };
    } else if (open && delimiter.startsWith('\n')) {
      yield unclosedTag(text, open.at, from + index, open.close);
      open = undefined;
    }
  }
  if (open) yield unclosedTag(text, open.at, to, open.close);
}

/** Embedded posts, and values of the site or the page. */
const EXPECTED_LIQUID = /^(?:\{%-?\s*(?:twitter|youtube)\s|\{\{-?\s*(?:site|page)\.)/;

/** Also matches a line break before a blank line. */
const DELIMITERS = /\{[{%]|[%}]\}|\n[^\S\n]*(?=\n)/g;

/** A comment that never closes hides everything after it. */
function unclosedComment({ text, blocks, body }: Entry): readonly Finding[] {
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
      message: 'The comment is not closed with "-->": the page will hide everything after it.',
      suggestions: [{ title: 'Close the comment', edits: [{ from: end, to: end, text: ' -->' }] }],
    },
  ];
}

const NONE: readonly Finding[] = [];

/** `limit` is where the tag must have closed. The finding ends with the tag's first line. */
function unclosedTag(text: string, from: number, limit: number, close: string): Finding {
  const rest = text.slice(from, limit);
  const lineEnd = rest.indexOf('\n');
  const line = (lineEnd < 0 ? rest : rest.slice(0, lineEnd)).trimEnd();
  const to = from + line.length;
  const kind = close === '%}' ? 'tag' : 'expression';
  const finding = { from, to, message: `The Liquid ${kind} is not closed with "${close}".` };
  const tag = /^\{%-?\s*\w+\s+[^\s{}]+(?=\s*(\S{0,2})$)/.exec(line);
  if (close !== '%}' || !tag) return finding;
  return {
    ...finding,
    fix: { title: 'Close the tag', edits: [{ from: from + tag[0].length, to, text: ' %}' }] },
  };
}

/** `[% twitter … %]`, `\% youtube … %`: a tag that embeds a post, with mistyped delimiters. */
function* mistypedTags({ text, body, blocks }: Entry): Generator<Finding> {
  if (text.indexOf('% twitter ', body.from) < 0 && text.indexOf('% youtube ', body.from) < 0) return;
  for (const { kind, from, to } of blocks) {
    if (kind === 'code' || kind === 'tweet') continue;
    const tag = /^(?:\\|[[({]\s*)?% (twitter|youtube) (\S+)(?:\s*\\?%?[\])}]?)?$/.exec(text.slice(from, to));
    if (!tag) continue;
    yield {
      from,
      to,
      message: 'Mistyped Liquid tag: expected "{% … %}".',
      fix: { title: 'Fix the tag', edits: [{ from, to, text: `{% ${tag[1]} ${tag[2]} %}` }] },
    };
  }
}
