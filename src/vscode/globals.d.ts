// The globals, beyond the language itself, that Node.js and web workers share and that this layer uses. Those of the core are in
// ../core/globals.d.ts.

interface Timer {
  /** Makes timers a type of their own: they are numbers in a browser and objects in Node.js. */
  readonly timer: unique symbol;
}

/** `delay` is in milliseconds. */
declare function setTimeout(callback: () => void, delay?: number): Timer;
declare function clearTimeout(timer: Timer | undefined): void;

declare const performance: {
  /** The time in milliseconds since the host started. It never goes backwards. */
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

declare class URL {
  /** Throws a `TypeError` if the address is invalid. */
  constructor(address: string, base?: string);
  /** The address in its normalized form, as requests use it. */
  readonly href: string;
}
