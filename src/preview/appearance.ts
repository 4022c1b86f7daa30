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

/** Applies the styles that the e-mail carries in `data-style`. */
export function applyDataStyles(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
}

/**
 * Loads the site's images (`/uploads/1.jpg`) from the first base address that has them; an image that none has is replaced by its
 * alternative text.
 */
export function showPictures(root: ParentNode, baseAddresses: readonly string[]): void {
  for (const image of root.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    const isOfSite = source.startsWith('/') && !source.startsWith('//');
    const addresses = isOfSite ? baseAddresses.map((base) => base.replace(/\/$/, '') + source) : [source];
    const next = (): void => {
      const address = addresses.shift();
      if (address !== undefined) image.src = address;
      else image.replaceWith(missingImage(image.alt || source));
    };
    image.addEventListener('error', next);
    next();
  }
}

function missingImage(text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'missing';
  element.textContent = text;
  return element;
}
