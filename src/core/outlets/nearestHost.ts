/**
 * The first defined result of `lookUp` for a host and the domains above it: `apps.npr.org`, then `npr.org`. Does not look up names without
 * a period, such as `org`.
 */
export function nearestHost<T>(host: string, lookUp: (host: string) => T | undefined): T | undefined {
  for (let domain = host; domain.includes('.'); domain = domain.slice(domain.indexOf('.') + 1)) {
    const result = lookUp(domain);
    if (result !== undefined) return result;
  }
  return undefined;
}
