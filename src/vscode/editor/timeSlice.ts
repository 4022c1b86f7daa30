/**
 * Cuts long work into slices: awaited between two pieces of it, the function lets the host do other things first once a slice has
 * taken its time. A piece may take as long again without a key of the writer's being late by a frame.
 */
export function slicer(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return;
    await new Promise<void>((resolve) => setTimeout(resolve));
    began = performance.now();
  };
}

/** In milliseconds. */
const SLICE = 4;
