import type { Rule } from '../rule.ts';
import { citationBrokenLink } from './citationBrokenLink.ts';
import { citationMissing } from './citationMissing.ts';
import { citationOutlet } from './citationOutlet.ts';
import { citationOutletSpelling } from './citationOutletSpelling.ts';
import { citationRawUrl } from './citationRawUrl.ts';
import { citationRepeated } from './citationRepeated.ts';
import { citationSeparator } from './citationSeparator.ts';
import { citationTracking } from './citationTracking.ts';
import { citationUnclosed } from './citationUnclosed.ts';
import { citationUnlinked } from './citationUnlinked.ts';
import { citationUrl } from './citationUrl.ts';
import { date } from './date.ts';
import { dayNumber } from './dayNumber.ts';
import { frontMatter } from './frontMatter.ts';
import { headlineMissing } from './headlineMissing.ts';
import { placeholder } from './placeholder.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sentenceSpacing } from './sentenceSpacing.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  citationUnclosed,
  citationSeparator,
  citationBrokenLink,
  citationUnlinked,
  citationRawUrl,
  citationUrl,
  citationOutlet,
  citationOutletSpelling,
  citationRepeated,
  citationTracking,
  citationMissing,
  placeholder,
  sectionEmpty,
  headlineMissing,
  sentenceSpacing,
  frontMatter,
  dayNumber,
  date,
];
