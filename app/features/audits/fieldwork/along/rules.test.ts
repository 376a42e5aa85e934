import { describe, expect, test } from 'vitest';

import { auditStates, type Audit } from '../../model.ts';
import { closeWithout, noteAlong, takesPhoto } from './rules.ts';

const running: Audit = {
  ...{ id: 'a', reference: 'AUD-00001', type: 'stage2' as const, applicationId: 'p', certificateId: null },
  ...{ organisationId: 'o', auditBodyId: 'b', schemeVersionId: 'v', team: [] },
  ...{ noticeType: 'announced' as const, startsOn: '2026-03-15', endsOn: '2026-03-17', plan: 'Head office' },
  state: 'in_progress',
};
const inState = (state: Audit['state']): Audit => Object.assign({ ...running }, { state });
const over = auditStates.filter((state) => state !== 'in_progress');

describe('an audit taken along', () => {
  test.each([
    {
      what: 'its page is opened',
      said: { opens: true, waits: false },
      away: false,
      sent: false,
      takes: true,
    },
    {
      what: 'its page is opened again',
      said: { opens: true, waits: false },
      away: true,
      sent: true,
      takes: true,
    },
    {
      what: 'something waits there',
      said: { opens: true, waits: true },
      away: true,
      sent: false,
      takes: false,
    },
    {
      what: 'it was cleared here',
      said: { opens: true, waits: true },
      away: false,
      sent: false,
      takes: true,
    },
    { what: 'all is sent', said: { opens: false, waits: false }, away: true, sent: true, takes: false },
    { what: 'all was sent', said: { opens: false, waits: false }, away: false, sent: false, takes: false },
    { what: 'some is sent', said: { opens: false, waits: true }, away: true, sent: false, takes: false },
  ])('when $what: sent $sent, taken along anew $takes', ({ said, away, sent, takes }) => {
    expect(noteAlong(running, said, { away })).toEqual({ sent, takes });
  });

  test.each(over)('brings nothing anew while the audit is %s, and is heard all the same', (state) => {
    const said = { opens: true, waits: false };
    expect(noteAlong(inState(state), said, { away: true })).toEqual({ sent: true, takes: false });
  });
});

describe('fieldwork closes', () => {
  const reasons = 'Bo was asked; his laptop is at the hotel.';

  test('with everybody back, and keeps no reasons then', () => {
    expect(closeWithout({ away: [], without: [], reasons })).toEqual({ ok: true, value: { reasons: null } });
  });

  test('over whoever is away by name and with reasons alone', () => {
    const away = ['bo', 'devi'];
    const waits = { ok: false, refusal: 'taken_along' };
    expect(closeWithout({ away, without: [], reasons })).toEqual(waits);
    expect(closeWithout({ away, without: ['bo'], reasons })).toEqual(waits);
    expect(closeWithout({ away, without: ['bo', 'devi'], reasons: 'Not now.' })).toEqual({
      ok: false,
      refusal: 'away_reasons_missing',
    });
    expect(closeWithout({ away, without: ['devi', 'bo'], reasons })).toEqual({
      ok: true,
      value: { reasons },
    });
  });
});

describe('a photo', () => {
  test('is evidence during fieldwork', () => {
    expect(takesPhoto(running, false)).toEqual({ ok: true, value: { late: false } });
  });

  test.each(over)(
    'of an audit that is %s is kept beside, from who had it along, and refused else',
    (state) => {
      expect(takesPhoto(inState(state), true)).toEqual({ ok: true, value: { late: true } });
      expect(takesPhoto(inState(state), false)).toEqual({ ok: false, refusal: `audit_is_${state}` });
    },
  );
});
