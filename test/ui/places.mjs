// Where things stand in the window: in the editor, and in the page beside it.

/** The line (from 1) at the top of the editor. */
export function topLine(page) {
  return page
    .locator('.editor-group-container')
    .first()
    .evaluate((group) => {
      const { top } = group.querySelector('.monaco-editor').getBoundingClientRect();
      const numbers = [...group.querySelectorAll('.margin-view-overlays .line-numbers')]
        .map((element) => ({ line: Number(element.textContent), at: element.getBoundingClientRect().bottom - top }))
        .filter(({ line, at }) => line > 0 && at > 1)
        .sort((a, b) => a.at - b.at);
      return numbers[0].line;
    });
}

/** The section that begins first below the top of the page. */
export function shownSection(frame) {
  return frame.locator('#body').evaluate((body) => {
    const first = [...body.querySelectorAll('p')].find((element) => element.getBoundingClientRect().top >= 0);
    return Number.parseInt(first.textContent, 10);
  });
}

/** The line (from 1) of the source that the page shows at its top. */
export function shownLine(frame) {
  return frame.locator('#body').evaluate((body) => {
    const all = [...body.querySelectorAll('p')];
    const index = all.findIndex((element) => element.getBoundingClientRect().bottom > 0);
    const { top, height } = all[index].getBoundingClientRect();
    return 7 + 2 * index + (top > 0 ? -1 : -top / height);
  });
}

/** Where the status bar says that the cursor is, such as `Ln 3, Col 1`. */
export async function cursor(page) {
  return (await page.locator('[id="status.editor.selection"]').innerText()).trim();
}

/** What `read` gives once it gives the same twice. */
export async function settled(read) {
  let value = await read();
  for (let before; value !== before; ) {
    before = value;
    await new Promise((resolve) => setTimeout(resolve, 300));
    value = await read();
  }
  return value;
}

/** Waits until `look` finds what it looks for. */
export async function until(look) {
  for (const start = Date.now(); Date.now() - start < 8000; ) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never: ${look}`);
}
