// Globals that tests set in the pages that they drive.

interface Window {
  /** Set by an attack of attacks.journey.mjs that succeeds. */
  attacked?: unknown;
  /** Set by previewPage.mjs: the messages from the page to the editor, and the state that the page stores. */
  sentMessages: import('../../src/preview/protocol.ts').FromPage[];
  state?: unknown;
  acquireVsCodeApi: () => unknown;
  /** Set by positions.mjs: resolves when scrolling has ended. */
  scrollEnd?: Promise<void>;
  /** Set by preview journeys before a reload, which clears it. */
  isBeforeReload?: boolean;
}
