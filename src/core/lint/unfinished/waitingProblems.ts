import type { Problem } from '../rule.ts';
import type { Construct } from './constructs.ts';

/**
 * Whether a problem is a structural fault of one of these constructs, such as a bracket that is not closed. While a writer is still in
 * the construct, the rest of it is probably about to be typed.
 */
export function isUnfinished({ rule, from, to }: Problem, constructs: readonly Construct[]): boolean {
  const kinds = STRUCTURAL_RULES[rule];
  return constructs.some((construct) => {
    if (from > construct.to || construct.from > to) return false;
    // In a snippet, `[Outlet](https://)` is neither a wrong outlet nor a repeated address.
    if (construct.kind === 'snippet') return kinds !== undefined || rule.startsWith('citation-');
    return kinds?.includes(construct.kind) ?? false;
  });
}

/** The rules about structure, with the constructs whose structure it is. The problems of all other rules never wait. */
export const STRUCTURAL_RULES: Readonly<Record<string, readonly Construct['kind'][]>> = {
  'citation-unclosed': ['citation'],
  'citation-unopened': ['citation'],
  'citation-closed-early': ['citation'],
  'citation-extra-bracket': ['citation'],
  'citation-separator': ['citation'],
  'citation-spacing': ['citation'],
  'citation-broken-link': ['citation'],
  'citation-unlinked': ['citation'],
  'citation-raw-url': ['citation'],
  'citation-url': ['citation'],
  'citation-placement': ['citation'],
  reference: ['citation'],
  'headline-bold': ['bold'],
  'section-label': ['label'],
  'line-start': ['label', 'bold'],
  liquid: ['liquid'],
  'front-matter': ['front-matter'],
  'front-matter-keys': ['value'],
  title: ['value'],
  'day-number': ['value'],
  date: ['value'],
  description: ['value'],
  image: ['value'],
  'one-sentence': ['value'],
};
