/** Puts HTML and its plain-text alternative on the clipboard. Resolves to whether that worked. */
export async function copyRichText(html: string, text: string): Promise<boolean> {
  window.focus();
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyByEvent(html, text); // no permission, or another window has the focus
  }
}

function copyByEvent(html: string, text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return isDone;
}
