import fc from 'fast-check';
import type { Document } from './arbitraryDocuments.ts';

/** A document most of which is not prose. */
export interface HiddenDocument extends Document {
  /** The part that is not prose. */
  readonly part: string;
}

/** Puts a text where it is not prose; what would end that is taken out of the text. */
const HIDING: readonly ((text: string) => string)[] = [
  (text) => `~~~~~~~~\n${text.replaceAll('~', '')}\n~~~~~~~~`,
  (text) => `\`\`\`\`\`\`\n${text.replaceAll('``', '')}\n\`\`\`\`\`\``,
  (text) => `> ~~~\n${text.replaceAll('~', '').replace(/^/gm, '> ')}\n> ~~~`,
  (text) => `- ~~~\n${text.replaceAll('~', '').replace(/^/gm, '  ')}\n  ~~~`,
  (text) => text.trim().replace(/^/gm, '    '),
  (text) => `\`\`\`\`${oneLine(text.replaceAll('`', ''))}\`\`\`\``,
  (text) => `A <code>${oneLine(text.replace(/[`<\\]/g, ''))}</code> word.`,
  (text) => `A <a title="${oneLine(text.replaceAll('"', ''))}">word</a>.`,
  (text) => `<!-- ${text.replaceAll('-', '')} -->`,
  (text) => `<pre>\n${text.replaceAll('<', '')}\n</pre>`,
  (text) => `<script>\n${text.replaceAll('<', '')}\n</script>`,
  (text) => `<div\n  title="${oneLine(text.replaceAll('"', ''))}"\n></div>`,
  (text) => `{% raw %}${text.replaceAll('%', '')}{% endraw %}`,
  (text) => `{% comment %}${text.replaceAll('%', '')}{% endcomment %}`,
];

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The texts of the documents, each where it is not prose. */
export function hiddenText(documents: fc.Arbitrary<Document>): fc.Arbitrary<HiddenDocument> {
  return fc.tuple(documents, fc.constantFrom(...HIDING)).map(([{ text, context }, hide]) => {
    const content = text
      .replace(/\{[{%]|[%}]\}/g, '')
      .replace(/[\r\n]+/g, '\n')
      .trim();
    const part = hide(content === '' ? 'a' : content);
    return { text: `1/ **The mayor resigned**. She left.\n\n${part}\n\n2/ **More**. Else.\n`, context, part };
  });
}
