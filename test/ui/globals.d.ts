// What tests set in the pages that they drive.

interface Window {
  /** By the attacks of attacks.journey.mjs, should one succeed. */
  attacked?: unknown;
  /** By previewPage.mjs: what the page has said to the editor, and what it keeps. */
  said: import('../../src/preview/protocol.ts').FromPage[];
  state?: unknown;
  acquireVsCodeApi: () => unknown;
  /** By places.mjs: resolves when the page has come to rest. */
  rest?: Promise<void>;
  /** By previewReload.journey.mjs, until the window is loaded anew. */
  isOld?: boolean;
}
