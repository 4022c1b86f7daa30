/** A function that remembers its latest result, since rules ask the same of an entry one after another. */
export function latest<Result>(compute: (text: string) => Result): (text: string) => Result {
  let known: { readonly text: string; readonly result: Result } | undefined;
  return (text) => {
    if (known?.text !== text) known = { text, result: compute(text) };
    return known.result;
  };
}
