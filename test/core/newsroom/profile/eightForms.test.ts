import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateFormText } from '../../../../src/core/newsroom/profile/dateFact.ts';
import type { NewsroomProfile } from '../../../../src/core/newsroom/profile/profile.ts';
import { LOG_FORMS } from '../../../support/logForms.ts';
import { profileOf } from '../../../support/profiledLog.ts';

for (const { name, entry, counts, title, fileName, date, zone } of LOG_FORMS) {
  for (const length of [1, 2, 3, 12]) {
    test(`${name}: the profile of ${length}`, () => {
      const profile = profileOf(Array.from({ length }, (_, index) => entry(index)));
      assert.deepEqual(
        {
          count: profile.count.value.kind,
          title: titleText(profile),
          fileName: profile.fileName.value?.pattern,
          date: dateText(profile),
          zone: `${profile.zone.value.name} ${profile.zone.value.stamps}`,
          keys: profile.keys.value,
        },
        { count: counts[length === 1 ? 0 : 1], title, fileName, date, zone, keys: ['title', 'date'] },
      );
      for (const fact of [profile.count, profile.title, profile.fileName, profile.date, profile.zone, profile.keys]) {
        assert.deepEqual(fact.disagree, []);
        assert.equal(fact.agree, fact.total);
        if (length === 1) assert.equal(fact.strength, 'guess');
      }
      assert.equal(profile.fileName.strength, { 1: 'guess', 2: 'likely', 3: 'likely', 12: 'certain' }[length]);
    });
  }
}

function titleText({ title: { value } }: NewsroomProfile): string | null {
  if (!value) return null;
  const { prefix, suffix, separator, subtitle, quotes } = value;
  return [
    `${prefix}{}${suffix}${separator === null ? '' : `${separator}… ${subtitle}`}`,
    ...(quotes === 'none' ? [] : [quotes]),
  ].join(' ');
}

function dateText({ date: { value } }: NewsroomProfile): string | undefined {
  return value?.place === 'frontMatter' ? dateFormText(value) : value?.place;
}
