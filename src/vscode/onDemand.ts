// What a writer asks for, in one part: what commands do, and what is offered and told at the cursor.
export { commandsOf } from './commands/index.ts';
export { provideCompletions } from './languageFeatures/completions.ts';
export { frontMatterCompletions, frontMatterHover } from './languageFeatures/frontMatter.ts';
export { hoverOver } from './languageFeatures/hovers.ts';
export { dropEdit, pasteEdit } from './languageFeatures/paste.ts';
