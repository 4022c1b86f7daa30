/**
 * Returns a function to await between the steps of long work. It yields to the event loop whenever a time slice is used up. Even if
 * one step takes as long as a slice, a keystroke is delayed by less than a frame.
 */
export function createTimeSlicer(): () => Promise<void> {
  let sliceStart = performance.now();
  return async () => {
    if (performance.now() - sliceStart < SLICE_MS) return;
    await new Promise<void>((resolve) => setTimeout(resolve));
    sliceStart = performance.now();
  };
}

const SLICE_MS = 4;
