import { scanLiquid } from '../../entry/scanLiquid.ts';
import { addFindings, type Finding, type Rule, type RuleEntry } from '../rule.ts';

export const liquid: Rule = {
  id: 'liquid',
  summary: 'A Liquid tag is written "{% … %}", a Liquid expression "{{ … }}" and a comment "<!-- … -->".',
  why: 'The site reads Liquid before Markdown: an unclosed tag swallows the text after it, or stops the whole site from building. Liquid other than embedded posts and values of the site or page (`{{ site.url }}`) is reported as information, since it may have been pasted by accident.',
  severity: { draft: 'error', published: 'error' },
  otherSeverities: [{ severity: 'info', when: 'if the tag is complete and the site will run it' }],
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n⟦{% twitter https://herald.example/status/1 $}⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n{% twitter https://herald.example/status/1 %}',
  reaches: ['liquid', 'comment'],
  check(entry) {
    const findings: Finding[] = [];
    const { source: text, body } = entry;
    if (hasOtherLiquid(text, body.from)) addFindings(findings, tagFindings(text, body));
    if (mayHoldMistypedTag(entry)) addFindings(findings, mistypedTags(entry));
    if (text.indexOf('<!--', body.from) >= 0) addFindings(findings, unclosedComment(entry));
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

/** Unclosed tags, and tags worth pointing out. A tag may span several lines, but not the start of another tag. */
function* tagFindings(text: string, body: RuleEntry['body']): Generator<Finding> {
  for (const { from, to } of scanLiquid(text, body)) {
    const liquid = text.slice(from, to);
    const close = liquid.startsWith('{%') ? '%}' : '}}';
    if (!liquid.endsWith(close) || SWALLOWED_TEXT.test(liquid)) {
      yield unclosedTag(text, from, to, close);
    } else if (!EXPECTED_LIQUID.test(liquid)) {
      // Only the first line, and only the opening tag of a block.
      const [line = ''] = liquid.slice(0, liquid.indexOf(close) + close.length).split('\n', 1);
      yield { from, to: from + line.trimEnd().length, message: 'The site will run this as Liquid.', severity: 'info' };
    }
  }
}

/** Text of the entry in a tag that embeds a post and closes in a later paragraph. */
const SWALLOWED_TEXT = /^\{%-?\s*(?:twitter|youtube)\s[^\n]*\n\s*\n[\s\S]*(?:\*\*|\]\()/;

/** Embedded posts, and values of the site or the page. */
const EXPECTED_LIQUID = /^(?:\{%-?\s*(?:twitter|youtube)\s|\{\{-?\s*(?:site|page)\.)/;

/** A comment that never closes hides everything after it. */
function unclosedComment({ source: text, blocks }: RuleEntry): readonly Finding[] {
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

/** A tag that is not closed before `limit`. The finding ends with the tag's first line. */
function unclosedTag(text: string, from: number, limit: number, close: string): Finding {
  const rest = text.slice(from, limit);
  const lineEnd = rest.indexOf('\n');
  const line = (lineEnd < 0 ? rest : rest.slice(0, lineEnd)).trimEnd();
  const to = from + line.length;
  const kind = close === '%}' ? 'tag' : 'expression';
  const finding = { from, to, message: `The Liquid ${kind} is not closed with "${close}".` };
  const tag = /^\{%-?\s*\w+\s+[^\s{}]+(?=\s*(\S{0,2})$)/.exec(line);
  if (close !== '%}' || !tag || !PARAGRAPH_END.test(text.slice(to, to + 10))) return finding;
  return {
    ...finding,
    fix: { title: 'Close the tag', edits: [{ from: from + tag[0].length, to, text: ' %}' }] },
  };
}

/** The end of the text, a blank line, or another tag on the next line. */
const PARAGRAPH_END = /^[^\S\n]*(?:$|\n[^\S\n]*(?:\n|\{[{%]|$))/;

function mayHoldMistypedTag({ text, body }: RuleEntry): boolean {
  return text.indexOf('% twitter ', body.from) >= 0 || text.indexOf('% youtube ', body.from) >= 0;
}

/** `[% twitter … %]`, `\% youtube … %`: a tag that embeds a post, with mistyped delimiters. */
function* mistypedTags({ text, blocks }: RuleEntry): Generator<Finding> {
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
