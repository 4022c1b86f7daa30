/** Set by latency.mjs in the pages that it watches. Times are in milliseconds since 1970. */
interface Window {
  pressTimes: number[];
  paintTimes: number[];
  paintObserver?: MutationObserver;
}
