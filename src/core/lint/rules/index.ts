import type { Rule } from '../rule.ts';
import { citationAnchor } from './citationAnchor.ts';
import { citationBrokenLink } from './citationBrokenLink.ts';
import { citationClosedEarly } from './citationClosedEarly.ts';
import { citationExtraBracket } from './citationExtraBracket.ts';
import { citationKnown } from './citationKnown.ts';
import { citationMissing } from './citationMissing.ts';
import { citationOutlet } from './citationOutlet.ts';
import { citationOutletSpelling } from './citationOutletSpelling.ts';
import { citationPlacement } from './citationPlacement.ts';
import { citationRawUrl } from './citationRawUrl.ts';
import { citationRepeated } from './citationRepeated.ts';
import { citationSeparator } from './citationSeparator.ts';
import { citationSpacing } from './citationSpacing.ts';
import { citationTracking } from './citationTracking.ts';
import { citationUnclosed } from './citationUnclosed.ts';
import { citationUnlinked } from './citationUnlinked.ts';
import { citationUnopened } from './citationUnopened.ts';
import { citationUrl } from './citationUrl.ts';
import { conflictMarker } from './conflictMarker.ts';
import { countdown } from './countdown.ts';
import { date } from './date.ts';
import { dayNumber } from './dayNumber.ts';
import { dayTaken } from './dayTaken.ts';
import { description } from './description.ts';
import { editorResidue } from './editorResidue.ts';
import { encoding } from './encoding.ts';
import { frontMatter } from './frontMatter.ts';
import { frontMatterKeys } from './frontMatterKeys.ts';
import { headlineBold } from './headlineBold.ts';
import { headlineMissing } from './headlineMissing.ts';
import { image } from './image.ts';
import { invisibleCharacter } from './invisibleCharacter.ts';
import { lineStart } from './lineStart.ts';
import { liquid } from './liquid.ts';
import { oneSentence } from './oneSentence.ts';
import { placeholder } from './placeholder.ts';
import { reference } from './reference.ts';
import { repeatedWord } from './repeatedWord.ts';
import { sectionEmpty } from './sectionEmpty.ts';
import { sectionLabel } from './sectionLabel.ts';
import { sectionNumber } from './sectionNumber.ts';
import { sentenceSpacing } from './sentenceSpacing.ts';
import { table } from './table.ts';
import { title } from './title.ts';

/** Every rule, in the order of the documentation. */
export const rules: readonly Rule[] = [
  citationUnclosed,
  citationUnopened,
  citationClosedEarly,
  citationExtraBracket,
  citationSeparator,
  citationSpacing,
  citationBrokenLink,
  citationUnlinked,
  citationRawUrl,
  citationUrl,
  citationOutlet,
  citationOutletSpelling,
  citationRepeated,
  citationTracking,
  citationPlacement,
  citationMissing,
  citationAnchor,
  citationKnown,
  placeholder,
  sectionNumber,
  sectionLabel,
  sectionEmpty,
  lineStart,
  headlineMissing,
  headlineBold,
  sentenceSpacing,
  repeatedWord,
  invisibleCharacter,
  editorResidue,
  liquid,
  reference,
  table,
  conflictMarker,
  encoding,
  countdown,
  frontMatter,
  frontMatterKeys,
  title,
  dayNumber,
  dayTaken,
  date,
  description,
  image,
  oneSentence,
];
