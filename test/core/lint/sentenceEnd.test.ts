import { test } from 'node:test';
import { citationPlacement } from '../../../src/core/lint/rules/citationPlacement.ts';
import { checkSilent, checkSuggestions } from '../../support/checkRule.ts';

const A = '([NPR](https://www.npr.org/t))';

test('a bullet that is a sentence has a full stop before its citations', () => {
  checkSuggestions(citationPlacement, `* **Head**. She ⟦left⟧ ${A}`, [`* **Head**. She left. ${A}`]);
  checkSuggestions(citationPlacement, `* **The mayor** left the ⟦city⟧ ${A}`, [`* **The mayor** left the city. ${A}`]);
  checkSuggestions(citationPlacement, `* She left the ⟦city⟧ ${A}`, [`* She left the city. ${A}`]);
  checkSilent(citationPlacement, `* She left the city. ${A}`);
});

test('a line of a list needs no full stop', () => {
  checkSilent(citationPlacement, `* **Live blog** of the hearing ${A}`);
  checkSilent(citationPlacement, `* **READ**: The statement ${A}`);
  checkSilent(citationPlacement, `* **Ada Moss**, assistant press secretary ${A}`);
  checkSilent(citationPlacement, `* How Moss took charge of the harbor ${A}`);
  checkSilent(citationPlacement, `* **The harbor is closed** ${A}`);
});
