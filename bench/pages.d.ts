/** What latency.mjs notes in the pages that it watches; times are in milliseconds since 1970. */
interface Window {
  pressed: number[];
  painted: number[];
  watching?: MutationObserver;
}
