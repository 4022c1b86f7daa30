import { test } from 'node:test';
import { editorResidue } from '../../../src/core/lint/rules/editorResidue.ts';
import { checkReported, checkRule, checkSilent } from '../../support/checkRule.ts';

test('escaped bold and strikethrough text is unescaped, with its spaces moved outside', () => {
  checkRule(editorResidue, '4. ⟦\\*\\*Head.\\*\\*⟧ Text.', '4. **Head.** Text.');
  checkRule(editorResidue, '4. ⟦\\*\\*Head \\*\\*⟧goes on.', '4. **Head** goes on.');
  checkRule(editorResidue, '4. Some ⟦\\~\\~old\\~\\~⟧ text.', '4. Some ~~old~~ text.');
});

test('escaped footnotes are unescaped if they have a definition', () => {
  checkRule(editorResidue, 'Text⟦\\[^1\\]⟧.\n\n⟦\\[^1\\]⟧: Why.', 'Text[^1].\n\n[^1]: Why.');
  checkRule(editorResidue, 'Text⟦\\[^1\\]⟧.');
});

test('escaped links and Liquid tags are unescaped', () => {
  checkRule(
    editorResidue,
    '1/ **Head**. An ⟦\\[interview\\]⟧(https://a.example/1).',
    '1/ **Head**. An [interview](https://a.example/1).',
  );
  checkRule(editorResidue, '* ⟦\\[% twitter https://a.example/1 %\\]⟧', '* {% twitter https://a.example/1 %}');
  checkRule(editorResidue, '⟦\\[% twitter https://a.example/1\n\\%\\]⟧', '{% twitter https://a.example/1\n%}');
  checkRule(editorResidue, '⟦\\[%⟧ twitter https://a.example/1\n\n⟦\\%\\]⟧', '{% twitter https://a.example/1\n\n%}');
});

test('an escaped link in a citation group is reported by this rule alone', () => {
  checkReported(
    editorResidue,
    '1/ **Head**. Text. (⟦\\[A News\\]⟧(https://a.example/1) / [B Post](https://b.example/2))',
    '1/ **Head**. Text. ([A News](https://a.example/1) / [B Post](https://b.example/2))',
  );
});

test('tags of pasted text are removed, and their spaces stay', () => {
  checkRule(
    editorResidue,
    '* ⟦<span style="font-size: 1rem;">Head&nbsp;</span>and <span style="font-size: 1rem;">text</span>⟧.',
    '* Head and text.',
  );
  checkRule(editorResidue, '⟦<span style="font-size: 1rem;">9/ </span>⟧**Head**. Text.', '9/ **Head**. Text.');
});

test("the writer's own escapes and tags are accepted", () => {
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
