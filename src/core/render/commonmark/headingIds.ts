import type { MarkdownIt, StateCore } from 'markdown-it';

/** Gives headings the ids that GitHub Pages' `CommonMarkGhPages` does: the letters and digits of their HTML, and a number if they repeat. */
export function headingIdsPlugin(md: MarkdownIt): void {
  md.core.ruler.push('heading_ids', ({ tokens }: StateCore) => {
    const counts = new Map<string, number>();
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'heading_open') continue;
      const id = idOf(tokens[index + 1]?.children?.[0]?.content ?? '');
      const count = counts.get(id);
      counts.set(id, (count ?? 0) + 1);
      token.attrSet('id', count === undefined ? id : `${id}-${count}`);
    }
  });
}

function idOf(html: string): string {
  const id = html
    .replace(/^[^a-zA-Z]+/gm, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
  return id === '' ? 'section' : id;
}
