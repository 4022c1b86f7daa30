import { test } from 'node:test';
import { editorResidue } from '../../../src/core/lint/rules/editorResidue.ts';
import { checkRule, checkSilent } from '../../support/checkRule.ts';

test('escaped bold and struck text is unescaped, its spaces outside', () => {
  check('4. ⟦\\*\\*Head.\\*\\*⟧ Text.', '4. **Head.** Text.');
  check('4. ⟦\\*\\*Head \\*\\*⟧goes on.', '4. **Head** goes on.');
  check('4. Some ⟦\\~\\~old\\~\\~⟧ text.', '4. Some ~~old~~ text.');
});

test('escaped footnotes are unescaped where they are explained', () => {
  check('Text⟦\\[^1\\]⟧.\n\n⟦\\[^1\\]⟧: Why.', 'Text[^1].\n\n[^1]: Why.');
  checkRule(editorResidue, 'Text⟦\\[^1\\]⟧.');
});

test('escaped links and Liquid tags are unescaped', () => {
  check('1/ **Head**. An ⟦\\[interview\\]⟧(https://a.example/1).', '1/ **Head**. An [interview](https://a.example/1).');
  check('* ⟦\\[% twitter https://a.example/1 %\\]⟧', '* {% twitter https://a.example/1 %}');
  check('⟦\\[% twitter https://a.example/1\n\\%\\]⟧', '{% twitter https://a.example/1\n%}');
  check('⟦\\[%⟧ twitter https://a.example/1\n\n⟦\\%\\]⟧', '{% twitter https://a.example/1\n\n%}');
});

test('tags of pasted text go, their spaces stay', () => {
  check(
    '* ⟦<span style="font-size: 1rem;">Head&nbsp;</span>and <span style="font-size: 1rem;">text</span>⟧.',
    '* Head and text.',
  );
  check('⟦<span style="font-size: 1rem;">9/ </span>⟧**Head**. Text.', '9/ **Head**. Text.');
});

test("the writer's own escapes and tags are let be", () => {
  for (const text of [
    '1/ **Head**. "Not now \\[...\\] or \\[ever\\]." \\[*Editor’s note: 🤷*\\]',
    '1/ **Head**. The f\\*\\*k, the s\\*\\*\\*, \\~45,000 and ¯\\\\_(ツ)_/¯.',
    '1/ **Head**. Text. \\[[Readable version](https://a.example/1)\\]',
    '* **\\[OPINION\\] Head**. Text. ([A](https://a.example/1\\*\\*b\\*\\*c))',
    '{% twitter https://a.example/1 \\\n\\%}',
    '<span class="note">Head</span> <s>old</s> <a href="https://a.example/1">text</a>',
  ])
    checkSilent(editorResidue, text);
});

function check(marked: string, fixed: string): void {
  checkRule(editorResidue, marked, fixed);
}
