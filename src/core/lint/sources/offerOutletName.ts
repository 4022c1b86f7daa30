import type { Outlets } from '../../outlets/outlets.ts';
import type { Finding } from '../rule.ts';

/** Adds a suggestion to the finding about a link without a name, `[](https://www.npr.org/t)`: the outlet at its address. */
export function offerOutletName(source: string, finding: Finding, outlets: Outlets): Finding {
  const { from, to, fix } = finding;
  if (fix || source.charAt(to) !== '(' || !/^\[\s*\]$/.test(source.slice(from, to))) return finding;
  const address = source.slice(to + 1, source.indexOf(')', to));
  const name = /\s/.test(address) ? undefined : outlets.suggestName(address);
  if (name === undefined) return finding;
  return {
    ...finding,
    suggestions: [
      ...(finding.suggestions ?? []),
      { title: `Insert "${name}"`, edits: [{ from: from + 1, to: to - 1, text: name }] },
    ],
  };
}
