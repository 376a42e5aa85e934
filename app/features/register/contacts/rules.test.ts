import { describe, expect, test } from 'vitest';

import { emptyContact, type Listing, type Published } from './model.ts';
import { mayPublish } from './policy.ts';
import { isPublished, publish } from './rules.ts';

const listing: Listing = { organisationId: 'everest', delistedOn: null, country: 'NP' };
const kept = { ...emptyContact, phones: ['+9779800000012'], revision: 2 };
const published: Published = {
  ...{ phones: ['+9779800000013'], email: 'desk@everest.example' },
  website: { url: 'https://everest.example/', key: 'everest.example' },
  social: [{ url: 'https://facebook.com/everest', key: 'facebook.com/everest' }],
};
const nothing: Published = { phones: [], website: null, email: null, social: [] };

describe('a recruiter publishes', () => {
  test('what it says, and counts it as one change', () => {
    expect(publish(listing, kept, { published, revision: 2 })).toEqual({
      ok: true,
      value: {
        ...{ phones: ['+9779800000013'], email: 'desk@everest.example', revision: 3 },
        ...{ website: 'https://everest.example/', social: ['https://facebook.com/everest'] },
      },
    });
  });

  test('nothing any more, if it says so', () => {
    expect(publish(listing, kept, { published: nothing, revision: 2 })).toMatchObject({ ok: true });
  });

  test.each([
    ['before it is on the register', undefined, published, 2, 'not_listed'],
    ['after it was taken off', { ...listing, delistedOn: '2026-03-01' }, published, 2, 'delisted'],
    ['over what a colleague saved', listing, published, 1, 'saved_meanwhile'],
    ['what stands already', listing, { ...nothing, phones: kept.phones }, 2, 'nothing_changed'],
  ])('nothing %s', (...[, where, said, revision, refusal]) => {
    expect(publish(where, kept, { published: said, revision })).toEqual({ ok: false, refusal });
  });

  test('itself, and for nobody else', () => {
    const person = { accountId: 'a', organisationId: 'everest' };
    expect(mayPublish({ kind: 'recruiter', ...person }, 'everest')).toBe(true);
    expect(mayPublish({ kind: 'recruiter', ...person }, 'himal')).toBe(false);
    expect(mayPublish({ kind: 'officer', ...person }, 'everest')).toBe(false);
    expect(mayPublish({ kind: 'visitor' }, 'everest')).toBe(false);
  });

  test('something, where any of it is there', () => {
    expect(isPublished(emptyContact)).toBe(false);
    for (const part of [
      { phones: ['+9779800000012'] },
      { email: 'a@b.example' },
      { social: ['https://t.me/a'] },
    ])
      expect(isPublished({ ...emptyContact, ...part })).toBe(true);
  });
});
