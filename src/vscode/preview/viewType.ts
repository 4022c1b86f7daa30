/** The view type of preview panels, as in `package.json`. */
export const VIEW_TYPE = 'daybook.preview';
