// Words of entries and folders are text wherever they are shown. VS Code gives a meaning to some characters, which differs from place to
// place.

/** A text for Markdown, as in a hover: no formatting, no HTML, and no links, not even those made of bare addresses. */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-\-/:-@[-`{-~]|(?<=^\d+|www)\./gi, '\\$&');
}

/** A text for a label in a list or in the status bar, where `$(alert)` stands for an icon. */
export function escapeIcons(text: string): string {
  return text.replace(/(\\)?\$\([\w-]+(?:~\w+)?\)/g, (icon, backslash?: string) => (backslash ? icon : `\\${icon}`));
}

/** A text for a notification, where `[name](command:…)` and `[name](https://…)` are links. Adds an invisible character between them. */
export function escapeLinks(text: string): string {
  return text.replaceAll('](', ']\u2060(');
}
