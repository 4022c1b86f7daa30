/** What the editor, and its manifest, calls panels with a preview. */
export const VIEW_TYPE = 'daybook.preview';
