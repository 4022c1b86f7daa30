/**
 * A grammar for Markdown with only the rules that our injection needs, and the scope names of VS Code's grammar. For machines without
 * an installed editor.
 */
export const minimalMarkdown = {
  scopeName: 'text.html.markdown',
  patterns: [{ begin: '\\A---$', end: '^---$', contentName: 'meta.embedded.block.frontmatter' }, { include: '#block' }],
  repository: {
    block: {
      patterns: [
        { begin: '(?:^|\\G)```.*$', end: '^```$', name: 'markup.fenced_code.block.markdown' },
        { match: '(?:^|\\G) {4}.*$', name: 'markup.raw.block.markdown' },
        {
          match: '(?:^|\\G)#{1,6} .*$',
          name: 'markup.heading.markdown',
          captures: { 0: { patterns: [{ include: '#inline' }] } },
        },
        {
          begin: '(?:^|\\G)(?:([*+-])|(\\d+\\.)) ',
          end: '$',
          name: 'markup.list.markdown',
          patterns: [{ include: '#block' }],
        },
        {
          begin: '(?:^|\\G)(?=\\S)',
          end: '$',
          name: 'meta.paragraph.markdown',
          patterns: [{ include: '#inline' }],
        },
      ],
    },
    inline: {
      patterns: [
        { include: '#bold' },
        { match: '(\\*)[^*]+(\\*)', name: 'markup.italic.markdown' },
        { match: '(`)[^`]+(`)', name: 'markup.inline.raw.string.markdown' },
        { match: '\\\\[-`*_#+.!(){}\\[\\]\\\\>]', name: 'constant.character.escape.markdown' },
        {
          match: '(\\[)([^\\[\\]]*)(\\])(\\()((?:\\\\.|[^\\s()\\\\]|\\([^\\s()]*\\))*)(\\))',
          name: 'meta.link.inline.markdown',
          captures: {
            1: { name: 'punctuation.definition.link.title.begin.markdown' },
            2: { name: 'string.other.link.title.markdown' },
            3: { name: 'punctuation.definition.link.title.end.markdown' },
            4: { name: 'punctuation.definition.metadata.markdown' },
            5: { name: 'markup.underline.link.markdown' },
            6: { name: 'punctuation.definition.metadata.markdown' },
          },
        },
      ],
    },
    bold: {
      begin: '\\*\\*(?=\\S.*?\\S\\*\\*)',
      end: '(?<=\\S)\\*\\*',
      name: 'markup.bold.markdown',
      captures: { 0: { name: 'punctuation.definition.bold.markdown' } },
      patterns: [{ include: '#inline' }],
    },
  },
};
