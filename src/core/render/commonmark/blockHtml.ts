import type { Token } from 'markdown-it';
import type { CommonMarkOptions } from '../../engines/commonMarkOptions.ts';
import { escapeHtml, unescapeInfo } from './escape.ts';
import { shownHtml } from './shownHtml.ts';
import { checkboxOf } from './taskList.ts';

/** Writes block tokens as HTML exactly as commonmarker's Ruby renderer does. Inline tokens already contain their HTML. */
export function blockHtml(tokens: readonly Token[], options: CommonMarkOptions): string {
  let html = '';
  let atLineStart = true;
  const startLine = (): void => {
    if (!atLineStart) html += '\n';
    atLineStart = true;
  };
  const add = (markup: string, endsLine: boolean): void => {
    html += markup;
    atLineStart = endsLine;
  };

  for (const [index, token] of tokens.entries()) {
    switch (token.type) {
      case 'inline':
        add(token.children?.[0]?.content ?? '', false);
        break;
      case 'paragraph_open':
        if (token.hidden) break;
        startLine();
        add('<p>', false);
        break;
      case 'paragraph_close':
        if (!token.hidden) add('</p>\n', true);
        break;
      case 'heading_open': {
        const id = token.attrGet('id');
        startLine();
        add(id === null ? `<${token.tag}>` : `<${token.tag} id="${id}">`, false);
        break;
      }
      case 'list_item_open':
        startLine();
        add(`<li>${checkboxOf(token)}`, false);
        break;
      case 'ordered_list_open': {
        const start = token.attrGet('start');
        startLine();
        add(start === null ? '<ol>\n' : `<ol start="${start}">\n`, true);
        break;
      }
      case 'bullet_list_open':
      case 'blockquote_open':
        startLine();
        add(`<${token.tag}>\n`, true);
        break;
      case 'hr':
        startLine();
        add('<hr />\n', true);
        break;
      case 'code_block':
      case 'fence':
        startLine();
        add(`${codeStart(token.info, options)}${escapeHtml(withFinalLineFeed(token.content))}</code></pre>\n`, true);
        break;
      case 'html_block':
        startLine();
        add(withFinalLineFeed(shownHtml(token.content, options)), true);
        break;
      case 'table_open':
      case 'thead_open':
      case 'tbody_open':
      case 'tr_open':
        add(`<${token.tag}>\n`, true);
        break;
      case 'th_open':
      case 'td_open':
        add(`<${token.tag}${alignment(token)}>`, false);
        break;
      case 'footnote_block_open':
        startLine();
        add('<section class="footnotes">\n<ol>\n', true);
        break;
      case 'footnote_open':
        add(`<li id="fn${footnoteNumberOf(token)}">\n`, true);
        break;
      case 'footnote_anchor': {
        const link = `<a href="#fnref${footnoteNumberOf(token)}" class="footnote-backref">↩</a>`;
        const inParagraph = tokens[index + 1]?.type === 'paragraph_close';
        add(inParagraph ? ` ${link}` : `${link}\n`, !inParagraph);
        break;
      }
      case 'footnote_close':
        add('</li>\n', true);
        break;
      case 'footnote_block_close':
        add('</ol>\n</section>\n', true);
        break;
      default:
        if (token.nesting < 0) add(`</${token.tag}>\n`, true);
    }
  }
  return html;
}

/** The start of a code block. Its language is the first word after the fence, which commonmarker does not escape. */
function codeStart(info: string, { preLang }: CommonMarkOptions): string {
  const [language = ''] = unescapeInfo(info).split(/[ \t\v\f]/, 1);
  if (language === '') return '<pre><code>';
  return preLang ? `<pre lang="${language}"><code>` : `<pre><code class="language-${language}">`;
}

/** markdown-it writes the alignment of a cell as a style. */
function alignment(token: Token): string {
  const [, side] = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? '')) ?? [];
  return side === undefined ? '' : ` align="${side}"`;
}

/** The last line of a document may lack its line feed. */
function withFinalLineFeed(content: string): string {
  return content === '' || content.endsWith('\n') ? content : `${content}\n`;
}

function footnoteNumberOf(token: Token): number {
  return Number(token.meta?.['id'] ?? 0) + 1;
}
