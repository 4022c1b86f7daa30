// What a writer asks for, in one part: what commands do, and what is offered and told at the cursor.
export { commandsOf } from './commands.ts';
export { completionsAt } from './completions.ts';
export { frontMatterCompletions, frontMatterHover } from './frontMatter.ts';
export { hoverOver } from './hovers.ts';
export { dropEdit, pasteEdit } from './paste.ts';
