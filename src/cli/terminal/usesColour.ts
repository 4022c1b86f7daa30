/**
 * Whether to print in colour. A non-empty `NO_COLOR` (no-color.org) turns colours off, and `FORCE_COLOR` turns them on for a pipe, such as
 * the log of a build; otherwise terminals get them, unless `TERM` is `dumb`.
 */
export function usesColour(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return isTerminal && environment['TERM'] !== 'dumb';
}
