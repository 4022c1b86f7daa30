import { conflictMarkersIn } from '../conflictMarkers.ts';
import type { Rule } from '../rule.ts';

export const conflictMarker: Rule = {
  id: 'conflict-marker',
  summary: 'No conflict markers are left over from a merge.',
  why: 'Git writes both versions of a passage into the file, between lines of `<<<<<<<`, `=======` and `>>>>>>>`. Until a person chooses one, the page shows both, and in the front matter the site does not build.',
  severity: { draft: 'error', published: 'error' },
  bad: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))\n\n⟦>>>>>>> main⟧',
  good: '1/ **The mayor resigned**. She left at noon. ([Herald](https://herald.example/a))',
  reaches: ['html', 'comment', 'liquid', 'definition'],
  check: ({ source }) =>
    conflictMarkersIn(source).map((marker) => ({
      ...marker,
      message: 'Conflict marker of a merge: expected only one of the two versions.',
    })),
};
