// The globals beyond the language that Node.js and a web worker both have, as far as the editor's side uses them. Those that
// the core may use are in ../core/globals.d.ts.

interface Timer {
  /** Keeps timers apart from all else, whatever they are: a number in a browser, an object in Node.js. */
  readonly timer: unique symbol;
}

/** `delay` is in milliseconds. */
declare function setTimeout(callback: () => void, delay?: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;

declare const performance: {
  /** In milliseconds since the host started, never set back. */
  now(): number;
};

declare const crypto: { randomUUID(): string };

interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
