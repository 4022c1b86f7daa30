/** Front matter keys that Daybook, Jekyll or the site's theme read. */
export const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...['title', 'date', 'description', 'image', 'todayInOneSentence', 'tags', 'categories', 'layout', 'author'],
  ...['currentMood', 'editorsNote', 'tag_excerpts', 'podcast', 'redirect_from', 'seo', 'post_type', 'previewText'],
  ...['signoff', 'permalink', 'published', 'category', 'tag', 'slug', 'excerpt', 'comments', 'lang'],
]);

/** Keys whose value is text for readers: in it, `#`, quotation marks and brackets belong to the text. */
export const PROSE_KEYS: ReadonlySet<string> = new Set([
  ...['title', 'description', 'todayInOneSentence', 'currentMood', 'editorsNote', 'previewText', 'signoff', 'excerpt'],
]);
