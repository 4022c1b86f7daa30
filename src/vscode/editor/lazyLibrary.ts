import { reportLoadError } from './lazyChunk.ts';

/**
 * A stand-in for a library that few entries need: loads the library synchronously when it is first used. The build substitutes it
 * for the library's own module, see scripts/chunks.mjs. A library is a function, or an object of functions and values.
 */
export function lazyLibrary<T extends object>(load: () => T): T {
  let library: T | undefined;
  let failure: Error | undefined;
  const get = (): T => {
    if (failure) throw failure; // a rule may call this on every keystroke: report the failure once
    try {
      library ??= load();
      return library;
    } catch (error) {
      failure = reportLoadError(error);
      throw failure;
    }
  };
  const handler: ProxyHandler<T> = {
    get: (_, name) => Reflect.get(get(), name),
    apply: (_, thisArg, args) => Reflect.apply(get() as T & Callable, thisArg, args),
  };
  return new Proxy<T>((() => {}) as unknown as T, handler);
}

type Callable = (...args: readonly unknown[]) => unknown;
