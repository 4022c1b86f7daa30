// The chunk with everything that renders Markdown.
export { pageValuesOf } from '../../core/newsroom/siteValues.ts';
export { renderRichText } from '../../core/render/targets/email.ts';
export { renderPage } from '../../core/render/targets/page.ts';
export { renderPlainText } from '../../core/render/targets/plainText.ts';
export { Preview } from './preview.ts';
export { openSite } from './previewSite.ts';
export { createUpdates } from './updates.ts';
