/** The HTML without each strong element whose parent is a strong element, as commonmarker writes it. */
export function withoutNestedStrong(html: string): string {
  const open: { readonly name: string; readonly isNested: boolean }[] = [];
  return html.replace(/<(\/?)(\w+)>/g, (tag, slash, name) => {
    if (slash === '/') return open.pop()?.isNested ? '' : tag;
    const isNested = name === 'strong' && open.at(-1)?.name === 'strong';
    open.push({ name, isNested });
    return isNested ? '' : tag;
  });
}
