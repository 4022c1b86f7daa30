import { describe, test } from 'node:test';
import { anchorsOfEntry, summarize } from '../../src/core/archive/entrySummary.ts';
import { todayInOneSentence } from '../../src/core/compose/frontMatter/todayInOneSentence.ts';
import { numberSections } from '../../src/core/compose/items/numberSections.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { foldingRanges } from '../../src/core/languageFeatures/folding.ts';
import { outline } from '../../src/core/languageFeatures/outline.ts';
import { lint } from '../../src/core/lint/lint.ts';
import { createPreviewRenderer } from '../../src/core/render/targets/previewPage.ts';
import { assertLinear, repeatToSize } from '../support/assertLinear.ts';
import { everyRule, ruleContext } from '../support/ruleContext.ts';

// The work on every keystroke grows linearly with the length of the entry.

const LOOKS: Readonly<Record<string, (entry: Entry) => unknown>> = {
  lint: (entry) => lint(entry, ruleContext('draft'), everyRule),
  preview: (entry) => createPreviewRenderer(undefined)(entry, { target: 'site', zone: undefined }),
  outline,
  foldingRanges,
  summary: summarize,
  anchors: anchorsOfEntry,
  numbers: numberSections,
  'one sentence': todayInOneSentence,
};

// biome-ignore format: a list of strings
const UNITS = [
  'Alike.\n\n', '1/ **Alike**.\n\n', '* Alike\n', '# Alike\n\n', '---\n\n', '<!--', '\n\\-->', '|(’\n', '\r\n[B](https://b.example/2)', '?>', '<?', '<!A ',
  '<![CDATA[', '2. **A**.\n\n', '1/ **A**.\n\n2. B\n\n', ' /\u2003https://b.example/2', '[A](https://a.example/2031/01/30/day-1/#a) ',
];

for (const unit of UNITS) {
  describe(`an entry full of ${JSON.stringify(unit)} takes time in proportion to its length`, () => {
    for (const [name, look] of Object.entries(LOOKS)) {
      test(name, () =>
        assertLinear((size) => {
          const entry = parseEntry(repeatToSize(unit, size, '1/ **A**. B. ([C](https://c.example)'));
          return () => look(entry);
        }),
      );
    }
  });
}
