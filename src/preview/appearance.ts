import type { Appearance, Target } from './protocol.ts';

/** Applies theme and zoom. Styles are set by script because the content security policy forbids inline ones. */
export function applyAppearance({ theme, zoom }: Appearance): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.style.fontSize = `${zoom}%`;
}

/** Lets the style sheet tell targets apart: an e-mail's own colours are made for white paper. */
export function showTarget(target: Target): void {
  document.documentElement.dataset['target'] = target;
}

/** Says above the page that the entry's file is gone, or takes that back. */
export function showGone(isGone: boolean): void {
  document.getElementById('gone')?.remove();
  if (!isGone) return;
  const element = document.createElement('p');
  element.id = 'gone';
  element.setAttribute('role', 'status');
  element.textContent = 'This entry no longer exists. This is its last text.';
  document.body.prepend(element);
}

/** Applies the styles that the e-mail carries in `data-style`. */
export function applyDataStyles(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
}
