// Previews, and everything else that has Markdown rendered, in one part.
export { renderRichText } from '../../core/render/email.ts';
export { renderPage } from '../../core/render/page.ts';
export { renderText } from '../../core/render/plainText.ts';
export { Preview } from './preview.ts';
export { createUpdates } from './updates.ts';
