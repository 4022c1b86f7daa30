import { githubReporter } from './github.ts';
import { jsonReporter } from './json.ts';
import { repositoryOf } from './repository.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';
import type { CheckedEntry, Reporter } from './types.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

interface ReportOptions {
  readonly colour: boolean;
  /** The root of the newsroom. */
  readonly root: string;
}

/** Creates a reporter for people (`text`), programs (`json`), code scanners (`sarif` 2.1.0) or GitHub annotations. */
export function createReporter(format: (typeof FORMATS)[number], { colour, root }: ReportOptions): Reporter {
  switch (format) {
    case 'text':
      return textReporter(colour);
    case 'json':
      return jsonReporter();
    case 'sarif':
      return sarifReporter(repositoryOf(root));
    case 'github':
      return githubReporter(repositoryOf(root));
  }
}

/** Returns the whole report on entries that have all been checked. */
export function report(
  entries: readonly CheckedEntry[],
  format: (typeof FORMATS)[number],
  options: ReportOptions,
): string {
  const { add, end } = createReporter(format, options);
  for (const entry of entries) add(entry);
  return end();
}
