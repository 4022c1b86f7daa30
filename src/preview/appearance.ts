import type { Look, Target } from './protocol.ts';

/** What of the look does not lie in the style sheet. Styles are set by script, as the page's policy has no room for inline ones. */
export function showLook({ theme, zoom }: Look): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.style.fontSize = `${zoom}%`;
}

/** A mail has colours of its own, which are made for white paper. */
export function showTarget(target: Target): void {
  document.documentElement.dataset['target'] = target;
}

/** Puts inert styles, which the e-mail brings, where they belong. */
export function styleElements(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-style]')) {
    element.style.cssText = element.dataset['style'] ?? '';
    delete element.dataset['style'];
  }
}

/**
 * Pictures of the site (`/uploads/1.jpg`) are looked for at one place after the other; where no place has it, its words stand for it.
 */
export function showPictures(root: ParentNode, places: readonly string[]): void {
  for (const image of root.querySelectorAll('img')) {
    const written = image.getAttribute('src') ?? '';
    const isOfSite = written.startsWith('/') && !written.startsWith('//');
    const addresses = isOfSite ? places.map((place) => place.replace(/\/$/, '') + written) : [written];
    const next = (): void => {
      const address = addresses.shift();
      if (address !== undefined) image.src = address;
      else image.replaceWith(missing(image.alt || written));
    };
    image.addEventListener('error', next);
    next();
  }
}

function missing(words: string): HTMLElement {
  const element = document.createElement('span');
  element.className = 'missing';
  element.textContent = words;
  return element;
}
