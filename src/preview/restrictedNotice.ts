/** What Restricted Mode leaves out of the page. */
interface LeftOut {
  readonly styles: boolean;
  readonly images: boolean;
}

interface NoticeOptions {
  readonly manageTrust: () => void;
  readonly onClose: () => void;
}

/** Creates the notice about Restricted Mode, which is hidden as long as nothing is left out. It is no part of the entry's page. */
export function createRestrictedNotice({ manageTrust, onClose }: NoticeOptions): {
  readonly show: (leftOut: LeftOut) => void;
} {
  const element = document.createElement('div');
  element.id = 'restricted';
  element.role = 'group';
  element.ariaLabel = 'Restricted Mode';
  element.hidden = true;
  const text = document.createElement('span');
  text.role = 'status';
  const close = button('×', 'Close', () => {
    element.hidden = true;
    onClose();
  });
  close.className = 'close';
  element.append(text, ' ', button('Manage', 'Manage Workspace Trust', manageTrust), close);
  document.body.append(element);
  return {
    show({ styles, images }) {
      element.hidden = !styles && !images;
      const parts = [...(styles ? ['style sheets'] : []), ...(images ? ['remote images'] : [])];
      const message = element.hidden ? '' : `Restricted Mode: ${parts.join(' and ')} are not loaded.`;
      if (text.textContent !== message) text.textContent = message;
    },
  };
}

function button(label: string, name: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.ariaLabel = name;
  element.title = name;
  element.addEventListener('click', onClick);
  return element;
}
