/** A count and its noun: `1 entry`, `2 entries`. Without a plural form, the noun takes an `s`. */
export function plural(count: number, singular: string, pluralForm?: string): string {
  return `${count} ${pluralNoun(count, singular, pluralForm)}`;
}

/** The noun alone in the form that goes with the count: `entry`, `entries`. For counts that are written in another way. */
export function pluralNoun(count: number, singular: string, pluralForm = `${singular}s`): string {
  return count === 1 ? singular : pluralForm;
}
