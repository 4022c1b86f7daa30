import type { Problem } from '../../core/lint/rule.ts';
import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';

/** An entry that was checked. The problems' spans are those of the text. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly fixed: number;
}

/** Takes entries one at a time, so that the texts of an archive need not be kept. */
export interface Reporter {
  readonly add: (entry: Checked) => void;
  /** The whole report, when all entries are in. */
  readonly end: () => string;
}

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** Findings as a person (`text`), a program (`json`), a code scanner (`sarif` 2.1.0) or GitHub's annotations read them. */
export function reporter(format: (typeof FORMATS)[number], colour: boolean): Reporter {
  switch (format) {
    case 'text':
      return textReporter(colour);
    case 'json':
      return jsonReporter();
    case 'sarif':
      return sarifReporter();
    case 'github':
      return githubReporter();
  }
}

export function report(checked: readonly Checked[], format: (typeof FORMATS)[number], colour: boolean): string {
  const { add, end } = reporter(format, colour);
  for (const entry of checked) add(entry);
  return end();
}
