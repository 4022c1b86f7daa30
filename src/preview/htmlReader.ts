import createDOMPurify, { type Config } from 'dompurify';
import { showPictures, styleElements } from './appearance.ts';
import type { Reader } from './pageBlocks.ts';

/** What reading depends on, as it is at that moment. */
interface Reading {
  /** The e-mail brings its own styles. */
  readonly isEmail: boolean;
  /** See `Look`. */
  readonly pictures: readonly string[];
}

/** Raw HTML cannot act: the policy of the page forbids it, and what could act is not in it in the first place. */
export function createReader(reading: () => Reading): Reader {
  const site = sanitizer({ ...FRAGMENT, ALLOW_DATA_ATTR: false });
  const email = sanitizer({ ...FRAGMENT, ALLOW_DATA_ATTR: true });
  const inPlace = sanitizer({ ...IN_PLACE, ALLOW_DATA_ATTR: false, ADD_ATTR: ['data-mark'] });
  const finish = <T extends ParentNode>(root: T): T => {
    const { isEmail, pictures } = reading();
    if (isEmail) styleElements(root);
    showPictures(root, pictures);
    return root;
  };
  return {
    read: (html) => finish((reading().isEmail ? email : site).sanitize(html, FRAGMENT)),
    readPlain(html) {
      const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
      if (reading().isEmail || content.querySelector(NOT_PLAIN)) return undefined;
      for (const element of content.querySelectorAll('[data-mark]')) element.removeAttribute('data-mark'); // ours to make
      return content;
    },
    clean(nodes) {
      const { content } = document.createElement('template');
      const holder = content.ownerDocument.createElement('div');
      holder.append(...nodes);
      if (holder.childElementCount > 0) inPlace.sanitize(holder, IN_PLACE);
      content.append(...finish(holder).childNodes);
      return content;
    },
  };
}

/** Reading its settings costs it more than a short text does, so each has its own and keeps them; those of a call only tell its type. */
function sanitizer(config: Config) {
  const purify = createDOMPurify(window);
  purify.setConfig({ ...HARMLESS, ...config });
  return purify;
}

const FRAGMENT = { RETURN_DOM_FRAGMENT: true } as const;
const IN_PLACE = { IN_PLACE: true } as const;

const HARMLESS: Config = {
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

/** What our own renderer writes: elements whose text is text, of which nothing but attributes could ever be taken. */
const NOT_PLAIN =
  ':not(p,ol,ul,li,a,strong,em,del,code,pre,blockquote,h1,h2,h3,h4,h5,h6,hr,br,img,sup,section,div,span,small,mark)';
