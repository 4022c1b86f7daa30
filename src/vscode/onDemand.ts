// The chunk for what a writer triggers: commands, completions, hovers, pasting and dropping.
export { createCommands } from './commands/index.ts';
export { provideCompletions } from './languageFeatures/completions.ts';
export { provideFrontMatterCompletions, provideFrontMatterHover } from './languageFeatures/frontMatterCompletions.ts';
export { provideHover } from './languageFeatures/hovers.ts';
export { provideDropEdit, providePasteEdit } from './languageFeatures/paste.ts';
