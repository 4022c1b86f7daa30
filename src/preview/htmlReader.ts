import createDOMPurify, { type Config } from 'dompurify';
import { applyDataStyles } from './appearance.ts';
import type { HtmlReader } from './pageBlocks.ts';
import { showPictures } from './pictures.ts';
import type { ImageSources } from './protocol.ts';

/** Options that can change between two calls. */
interface ReaderOptions {
  /** The e-mail has inline styles. */
  readonly isEmail: boolean;
  readonly images: ImageSources;
}

/**
 * Creates a reader that removes everything active from raw HTML. The page's content security policy would block it anyway: this is
 * the first of two lines of defence. See `showPictures` for `onReplacedImage`.
 */
export function createHtmlReader(
  currentOptions: () => ReaderOptions,
  onReplacedImage: (image: HTMLImageElement, note: HTMLElement) => void,
): HtmlReader {
  const site = sanitizer({ ...FRAGMENT, ALLOW_DATA_ATTR: false });
  const email = sanitizer({ ...FRAGMENT, ALLOW_DATA_ATTR: true });
  const inPlace = sanitizer({ ...IN_PLACE, ALLOW_DATA_ATTR: false, ADD_ATTR: ['data-mark'] });
  const finish = <T extends ParentNode>(root: T): T => {
    const { isEmail, images } = currentOptions();
    if (isEmail) applyDataStyles(root);
    showPictures(root, images, onReplacedImage);
    return root;
  };
  return {
    read: (html) => finish((currentOptions().isEmail ? email : site).sanitize(html, FRAGMENT)),
    readUnsanitized(html) {
      const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
      if (currentOptions().isEmail || content.querySelector(UNEXPECTED_ELEMENTS)) return undefined;
      for (const element of content.querySelectorAll('[data-mark]')) element.removeAttribute('data-mark'); // only underlines.ts sets it
      return content;
    },
    sanitize(nodes) {
      const { content } = document.createElement('template');
      const holder = content.ownerDocument.createElement('div');
      holder.append(...nodes);
      if (holder.childElementCount > 0) inPlace.sanitize(holder, IN_PLACE);
      content.append(...finish(holder).childNodes);
      return content;
    },
  };
}

/**
 * DOMPurify takes longer to parse a configuration than to sanitize a short text, so each use has an instance with its own. The
 * configuration passed with a call only selects its return type.
 */
function sanitizer(config: Config) {
  const purify = createDOMPurify(window);
  purify.setConfig({ ...PASSIVE_HTML, ...config });
  return purify;
}

const FRAGMENT = { RETURN_DOM_FRAGMENT: true } as const;
const IN_PLACE = { IN_PLACE: true } as const;

const PASSIVE_HTML: Config = {
  FORBID_TAGS: [
    'style',
    'form',
    'input',
    'button',
    'select',
    'textarea',
    'iframe',
    'object',
    'embed',
    'base',
    'meta',
    'link',
  ],
  FORBID_ATTR: ['style', 'name'],
  SANITIZE_NAMED_PROPS: true,
};

/** Any element but those that our own renderer writes: sanitizing those can only remove attributes. */
const UNEXPECTED_ELEMENTS =
  ':not(p,ol,ul,li,a,strong,em,del,code,pre,blockquote,h1,h2,h3,h4,h5,h6,hr,br,img,sup,section,div,span,small,mark,figure,table,thead,tbody,tr,th,td,dl,dt,dd,abbr)';
