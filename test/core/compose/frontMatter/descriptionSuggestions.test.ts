import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  descriptionEdit,
  descriptionSuggestions,
} from '../../../../src/core/compose/frontMatter/descriptionSuggestions.ts';
import { parseEntry } from '../../../../src/core/entry/parse.ts';
import { applyEdits } from '../../../../src/core/text/text.ts';
import { markRanges, readMarks } from '../../../support/markedText.ts';

const CASES: readonly (readonly [body: string, ...offers: string[]])[] = [
  ['1/ **Head**. She called it "a long noon."', '"A long noon."'],
  ['1/ **Head**. She called it “a long noon,” and left.', '"A long noon."'],
  ['1/ **Head**. She asked, "who came?" He said: "Not I!"', '"Not I!"', '"Who came?"'],
  ['1/ **Head**. "We will rebuild it," she said, "and pay." He left.', '"We will rebuild it, and pay."'],
  ['1/ **Head**. It was "loud" and "far too long" for him.', '"Loud and far too long."'],
  ['1/ **Head**. It was "loud enough" and, by most counts, "far too long" for him.', '"Loud enough … far too long."'],
  ['1/ **Head**. He called it a "small hill." Then: "A small hill."', '"A small hill."'],
  ['1/ **Head**. He had "the small hill" and "the hill."', '"The small hill and the hill."'],
  ['1/ **Head**. It was "loud." Later it was "very late."', '"Very late."', '"Loud."'],
  ['* **Head**. "In a bullet it is."\n\n1/ **Head**. "In a section."', '"In a section."', '"In a bullet it is."'],
  ['1/ **Head**. It was "rather early."\n\n2/ **"A large hill," she said**.', '"A large hill."', '"Rather early."'],
  ['1/ **Head**. "A [link](https://a.example/"x") and \\$5." ([A "B" C](https://a.example))', '"A link and $5."'],
  ['1/ **Head**. An open "quote'],
  // A quote inside a quote
  ['1/ **Head**. “We call it "noise" here.”', `"We call it 'noise' here."`],
  ['1/ **Head**. "We call it “noise” here."', `"We call it 'noise' here."`],
  ['1/ **Head**. “We call it “noise” here.”', `"We call it 'noise' here."`],
  ['1/ **Head**. "We call it "noise" here," she said.', `"We call it 'noise' here."`],
  ['1/ **Head**. “He asked: "Who came?"”', `"He asked: 'Who came?'"`],
  ['1/ **Head**. “It was loud" and late.', '"It was loud."'],
  ['1/ **Head**. “We never heard that it was "far too loud" here.', '"Far too loud."'],
  ['1/ **Head**. "**Sold out** by noon," said a sign.', '"Sold out by noon."'],
  ['1/ **Head**. "...and then it was gone."', '"...and then it was gone."'],
  // Code, HTML and Liquid
  ['1/ **Head**. He typed `say "hello there"` twice.'],
  ['1/ **Head**. He typed <code>say "hello there"</code> on <a href="https://a.example/b">a page</a>.'],
  ['1/ **Head**. See <a href="https://a.example/b">“a <b>long</b> page here”</a>.', '"A long page here."'],
  ['1/ **Head**. "We run `a*b*c` here <!-- twice --> at noon."', '"We run a*b*c here at noon."'],
  ['1/ **Head**. "See <https://a.example/b> for more."', '"See https://a.example/b for more."'],
  ['1/ **Head**. "See [the *report*][r] for more."\n\n[r]: https://a.example', '"See the report for more."'],
  ['1/ **Head**. "A ![map](https://a.example/b.png) of it all."', '"A map of it all."'],
  ['1/ **Head**. She has "{{ page.days }} days left" and "no more time."', '"No more time."'],
  ['1/ **Head**. Text.\n\n```\nsay("hello there");\n```\n\n<div title="a long title">\n"in a box"\n</div>'],
  ['1/ **Head**. Text. <!-- "ask Ada, please" -->\n\n{% comment %}\n"in a comment"\n{% endcomment %}'],
  // Other languages
  ['1/ **Titel**. Sie sprach von „einer langen Nacht“ im Rathaus.', '„Einer langen Nacht.“'],
  ['1/ **Titel**. „Die Brücke bleibt zu“, sagte sie. Er: „Nein!“', '„Die Brücke bleibt zu.“', '„Nein!“'],
  ['1/ **Tytuł**. Mówi: „Most jest zamknięty”.', '„Most jest zamknięty.”'],
  ['1/ **Titel**. Er rief: »Wir gehen nicht.« Dann ging er.', '»Wir gehen nicht.«'],
  ['1/ **Titre**. Elle a dit : « Le pont reste fermé. »', '« Le pont reste fermé. »'],
  ['1/ **Titre**. Elle parle d’une «longue nuit» à la mairie.', '«Longue nuit.»'],
  ['1/ **Titre**. Il dit : « Elle a crié “non” hier. »', '« Elle a crié “non” hier. »'],
  ['1/ **Titre**. « Jamais », dit-elle, puis « nulle part ici ».', '« Jamais … nulle part ici. »'],
  ['1/ **市長が辞任**。市長は「橋は閉じたままです」と話した。', '「橋は閉じたままです」'],
  ['1/ **市長**。「遅い」と「『危険』な橋は要らない。」と話した。', '「『危険』な橋は要らない。」', '「遅い」'],
  ['1/ **市長**。単位は「Msat」と「橋をBitcoinで買う」だ。', '「橋をBitcoinで買う」', '「Msat」'],
  ['1/ **市长辞职**。她说：“桥仍然关闭。”', '“桥仍然关闭。”'],
  ['1/ **市长辞职**。他的“老朋友们”来了。', '“老朋友们”'],
  ['1/ **العنوان**. قالت: «الجسر مغلق اليوم.»', '«الجسر مغلق اليوم.»'],
  ['1/ **כותרת**. היא אמרה: "הגשר של צה"ל נסגר." הוא הלך.', '"הגשר של צה"ל נסגר."'],
  ['1/ **כותרת**. דובר צה"ל הודיע, ומנכ"ל העירייה שתק.'],
  ['1/ **Head**. Go to File » Export » PDF, then "save it."', '"Save it."'],
  ['1/ **Titre**. Une « citation sans fin.\n\n2/ **Titre**. Un » seul.'],
  [''],
];

test('each quote is suggested once, the likeliest first', () => {
  for (const [body, ...offers] of CASES) {
    assert.deepEqual(
      descriptionSuggestions(parseEntry(body)).map(({ text }) => text),
      offers,
      body,
    );
  }
});

test('a suggestion has the span of its quote', () => {
  const marked = '---\ntitle: Day 12\n---\n\n1/ **Head**. She said ⟦"there\'s no," he heard, "second kettle,"⟧ twice.';
  const { text } = readMarks(marked);
  assert.equal(markRanges(text, descriptionSuggestions(parseEntry(text))), marked);
});

test('an apostrophe is doubled in the value', () => {
  const text = '---\ndescription: TK.\n---\n\n1/ **Head**. "There\'s no second kettle," she said.';
  const entry = parseEntry(text);
  const [offer] = descriptionSuggestions(entry);
  assert.ok(offer);
  assert.equal(
    applyEdits(text, [descriptionEdit(entry, offer)]),
    text.replace('TK.', `'"There''s no second kettle."'`),
  );
});

test('a value that extends over other keys or the body, because its quote is not closed, loses no more than its first line', () => {
  const described = (text: string) => {
    const entry = parseEntry(text);
    const [offer] = descriptionSuggestions(entry);
    assert.ok(offer, text);
    return applyEdits(text, [descriptionEdit(entry, offer)]);
  };
  const body = '1/ **Head**. She said "no" twice.\n\n2/ **More**. "Else then."';
  assert.equal(described(`---\ndescription: "TK\n\n${body}`), `---\ndescription: '"Else then."'\n\n${body}`);
  assert.equal(
    described(`---\ndescription: "TK\nimage: "a.png"\n---\n\n2/ **More**. "Else then."`),
    `---\ndescription: '"Else then."'\nimage: "a.png"\n---\n\n2/ **More**. "Else then."`,
  );
});
