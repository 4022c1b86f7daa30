import { told } from './lazyChunk.ts';

/**
 * Stands for a library that few entries need, until it is used: then it is loaded, at once, from a file of its own. The build puts this
 * in the place of such a library, see scripts/parts.mjs. A library is one function, or an object with functions and values.
 */
export function lazyLibrary<T extends object>(load: () => T): T {
  let loaded: T | undefined;
  let failed: Error | undefined;
  const get = (): T => {
    if (failed) throw failed; // a rule may ask with every key
    try {
      loaded ??= load();
      return loaded;
    } catch (error) {
      failed = told(error);
      throw failed;
    }
  };
  const standIn: ProxyHandler<T> = {
    get: (_, name) => Reflect.get(get(), name),
    apply: (_, self, values) => Reflect.apply(get() as T & Callable, self, values),
  };
  return new Proxy<T>((() => {}) as unknown as T, standIn);
}

type Callable = (...values: readonly unknown[]) => unknown;
