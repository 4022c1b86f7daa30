/**
 * A function whose result is computed once for each object, and kept as long as the object. What an archive shows as a whole is asked for
 * every entry of it; without this, checking an archive would take time quadratic in its length.
 */
export function oncePer<Argument extends object, Result extends object>(
  compute: (argument: Argument) => Result,
): (argument: Argument) => Result {
  const results = new WeakMap<Argument, Result>();
  return (argument) => {
    const known = results.get(argument);
    if (known) return known;
    const result = compute(argument);
    results.set(argument, result);
    return result;
  };
}
