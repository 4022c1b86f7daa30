import type { Rule } from '../rule.ts';
import { citationBrokenLink } from './citationBrokenLink.ts';
import { citationMissing } from './citationMissing.ts';
import { citationSeparator } from './citationSeparator.ts';
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
  citationUrl,
  citationMissing,
  placeholder,
  sectionEmpty,
  headlineMissing,
  sentenceSpacing,
  frontMatter,
  dayNumber,
  date,
];
