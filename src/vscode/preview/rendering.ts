// Previews, and everything else that has Markdown rendered, in one part.
export { renderRichText } from '../../core/render/targets/email.ts';
export { renderPage } from '../../core/render/targets/page.ts';
export { renderText } from '../../core/render/targets/plainText.ts';
export { Preview } from './preview.ts';
export { createUpdates } from './updates.ts';
