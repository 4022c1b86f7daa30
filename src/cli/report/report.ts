import type { Problem } from '../../core/lint/rule.ts';
import { asGithub } from './github.ts';
import { asJson } from './json.ts';
import { asSarif } from './sarif.ts';
import { asText } from './text.ts';

/** An entry that was checked. The problems' spans are those of the text. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly fixed: number;
}

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** The findings as a person (`text`), a program (`json`), a code scanner (`sarif` 2.1.0) or GitHub's annotations read them. */
export function report(checked: readonly Checked[], format: (typeof FORMATS)[number], colour: boolean): string {
  switch (format) {
    case 'text':
      return asText(checked, colour);
    case 'json':
      return asJson(checked);
    case 'sarif':
      return asSarif(checked);
    case 'github':
      return asGithub(checked);
  }
}
