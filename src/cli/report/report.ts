import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';
import type { CheckedEntry, Reporter } from './types.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

/** Creates a reporter for people (`text`), programs (`json`), code scanners (`sarif` 2.1.0) or GitHub annotations. */
export function createReporter(format: (typeof FORMATS)[number], colour: boolean): Reporter {
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

/** Returns the whole report on entries that have all been checked. */
export function report(entries: readonly CheckedEntry[], format: (typeof FORMATS)[number], colour: boolean): string {
  const { add, end } = createReporter(format, colour);
  for (const entry of entries) add(entry);
  return end();
}
