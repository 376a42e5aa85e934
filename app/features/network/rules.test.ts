import { describe, expect, test } from 'vitest';

import { kinds, type Details, type Kind, type Partner } from './model.ts';
import { authorise, change, end, endAuthorisation, placeUnder } from './rules.ts';

const phone = '+9779841234567';
const details: Details = {
  ...{ kind: 'sub_agent', form: 'registered', name: 'Gandaki', nameLocal: null, country: 'NP' },
  ...{ place: 'Pokhara', registrationNumber: 'S-1', since: '2025-01-01', contact: null, note: null },
  ...{ phones: [phone], parentId: null },
};
const partner = (part: Partial<Partner> = {}): Partner => ({
  ...details,
  ...{ id: 'p1', organisationId: 'o1', revision: 3, endedOn: null },
  ...part,
});
const today = '2026-03-01';
const authorised = { id: 'a1', startedOn: '2026-01-01', phones: [phone] };
const refusal = (outcome: { ok: boolean; refusal?: string }) => (outcome.ok ? 'ok' : outcome.refusal);

describe('a place under an agency', () => {
  const self = { id: 'p1', organisationId: 'o1' };
  const agency = partner({ id: 'p2', kind: 'partner_agency' });
  test.each<[string, Partial<Details>, Partner | undefined, string]>([
    ['nobody', { parentId: null }, undefined, 'ok'],
    ['a partner agency', { parentId: 'p2' }, agency, 'ok'],
    ['nobody known', { parentId: 'p2' }, undefined, 'no_such_agency'],
    ['somebody else’s agency', { parentId: 'p2' }, { ...agency, organisationId: 'o2' }, 'no_such_agency'],
    ['an agency that ended', { parentId: 'p2' }, { ...agency, endedOn: today }, 'no_such_agency'],
    ['a clinic', { parentId: 'p2' }, { ...agency, kind: 'clinic' }, 'no_such_agency'],
    ['itself', { parentId: 'p1' }, { ...agency, id: 'p1' }, 'no_such_agency'],
  ])('under %s', (_what, part, parent, outcome) => {
    expect(refusal(placeUnder({ ...details, ...part }, self, parent))).toBe(outcome);
  });

  test.each(kinds.filter((kind) => kind !== 'sub_agent'))('a %s has none', (kind) => {
    expect(refusal(placeUnder({ kind, parentId: 'p2' }, self, agency))).toBe('only_sub_agents_have_one');
  });
});

describe('a change', () => {
  const changed = { details: { ...details, name: 'Gandaki Two' }, revision: 3 };
  test.each<[string, Partner, Partial<Details>, number, string]>([
    ['of what the person saw is taken', partner(), {}, 3, 'ok'],
    ['of what somebody changed since is refused', partner(), {}, 2, 'saved_meanwhile'],
    ['of what ended is refused', partner({ endedOn: today }), {}, 3, 'already_ended'],
    ['of the kind is refused', partner(), { kind: 'clinic' }, 3, 'kind_stands'],
    ['that drops an authorised number is refused', partner(), { phones: [] }, 3, 'phone_authorised'],
    ['that adds a number is taken', partner(), { phones: ['+97714123456', phone] }, 3, 'ok'],
  ])('%s', (...[, current, part, revision, outcome]) => {
    const asked = { details: { ...changed.details, ...part }, revision };
    expect(refusal(change(current, asked, authorised))).toBe(outcome);
  });

  test('counts the revision', () => {
    expect(change(partner(), changed, undefined)).toMatchObject({ value: { revision: 4 } });
  });
});

describe('to authorise', () => {
  const asked = { phones: [phone], today };
  test.each<[Kind, string]>(
    kinds.map((kind) => [
      kind,
      kind === 'sub_agent' || kind === 'partner_agency' ? 'ok' : 'kind_not_authorised',
    ]),
  )('a %s: %s', (kind, outcome) => {
    expect(refusal(authorise(partner({ kind }), asked, undefined))).toBe(outcome);
  });

  test.each<[string, Partial<Partner>, string[], boolean, string]>([
    ['who ended', { endedOn: today }, [phone], false, 'already_ended'],
    ['by no number', {}, [], false, 'phone_missing'],
    ['by a number that is not on record', {}, ['+97714123456'], false, 'phone_not_on_record'],
    ['once more by the same numbers', {}, [phone], true, 'already_authorised'],
    ['by more numbers', { phones: [phone, '+97714123456'] }, ['+97714123456', phone], true, 'ok'],
  ])('somebody %s', (...[, part, phones, before, outcome]) => {
    expect(refusal(authorise(partner(part), { phones, today }, before ? authorised : undefined))).toBe(
      outcome,
    );
  });

  test('is ended once', () => {
    expect(endAuthorisation(authorised, today)).toMatchObject({ value: { endedOn: today } });
    expect(refusal(endAuthorisation(undefined, today))).toBe('not_authorised');
  });
});

test.each<[string, Partial<Partner>, string, boolean, string]>([
  ['ends when somebody was told of it', {}, today, true, 'ended'],
  ['goes when nobody was', {}, today, false, 'removed'],
  ['does not end twice', { endedOn: today }, today, true, 'already_ended'],
  ['does not end tomorrow', {}, '2026-03-02', true, 'end_in_future'],
  ['does not end before it began', {}, '2024-12-31', true, 'end_before_start'],
])('a partner %s', (...[, part, endedOn, told, outcome]) => {
  const ended = end(partner(part), { endedOn, today, told });
  expect(ended.ok ? ended.value : ended.refusal).toBe(outcome);
});
