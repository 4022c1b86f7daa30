import { rules } from './rules/index.ts';

/** The JSON schema of each rule's setting by its id, as the manifest has it; `npm run generate` writes it there. */
export function rulesSchema(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    rules.map(({ id, summary, severity, optIn }) => [
      id,
      {
        enum: ['off', 'hint', 'info', 'warning', 'error'],
        markdownDescription: optIn
          ? `${summary} Off unless set here.`
          : `${summary} Drafts: \`${severity.draft}\`, published entries: \`${severity.published}\`.`,
      },
    ]),
  );
}
