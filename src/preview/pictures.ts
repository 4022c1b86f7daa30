import type { ImageSources } from './protocol.ts';

/**
 * Loads images, those of the site (`/uploads/1.jpg`) from the first place that has them. An image that cannot be loaded is replaced by a
 * note with the reason, its address and its alternative text; `onReplaced` is called with both if that is already on the page.
 */
export function showPictures(
  root: ParentNode,
  sources: ImageSources,
  onReplaced: (image: HTMLImageElement, note: HTMLElement) => void,
): void {
  for (const image of root.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    const addresses = addressesOf(source, sources);
    const next = (): void => {
      const address = addresses.shift();
      const refusal = address?.isRemote ? refusalOf(address.url, sources) : undefined;
      if (address && !refusal) {
        image.src = address.url;
        return;
      }
      const note = missingImage(refusal ?? 'missing', source, image.alt);
      image.replaceWith(note);
      if (note.isConnected) onReplaced(image, note);
    };
    image.addEventListener('error', next);
    next();
  }
}

/** Whether the page leaves out an image because of Restricted Mode. */
export function hasRestrictedImage(): boolean {
  return document.querySelector('.missing.restricted') !== null;
}

interface ImageAddress {
  readonly url: string;
  /** Whether another machine has it, and not the newsroom's folder or the entry itself. */
  readonly isRemote: boolean;
}

function addressesOf(source: string, { folder, site }: ImageSources): ImageAddress[] {
  if (source.startsWith('//')) return [{ url: `https:${source}`, isRemote: true }];
  if (!source.startsWith('/')) return [{ url: source, isRemote: /^https?:/i.test(source) }];
  const bases = [
    { base: folder, isRemote: false },
    { base: site, isRemote: true },
  ];
  return bases.flatMap(({ base, isRemote }) =>
    base === undefined ? [] : [{ url: base.replace(/\/$/, '') + source, isRemote }],
  );
}

type Reason = keyof typeof REASONS;

/** Why a remote image is not loaded; the page's content security policy would block it too. */
function refusalOf(url: string, { remote }: ImageSources): Reason | undefined {
  if (/^http:/i.test(url)) return 'insecure';
  return remote === 'loaded' ? undefined : remote;
}

const REASONS = {
  missing: 'not found',
  insecure: 'not loaded (only https: is)',
  off: 'not loaded (remote images are off)',
  restricted: 'not loaded (Restricted Mode)',
};

/** The note is shown by the style sheet: as text it would count as the entry's, whose characters are known by their offsets. */
function missingImage(reason: Reason, source: string, alt: string): HTMLElement {
  const element = document.createElement('span');
  element.className = `missing ${reason}`;
  element.role = 'img';
  element.ariaLabel = [`${REASONS[reason]}: ${source}`, alt].filter((part) => part !== '').join(' · ');
  return element;
}
