import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { defaultTerms } from '#app/features/scheme/terms.ts';
import { auditStates, type AuditState } from '../model.ts';
import { addDays, addMonths } from '#app/platform/calendar.ts';

import { orderForm } from './forms.ts';
import {
  carriesOn,
  comeBack,
  drop,
  entryTypes,
  order,
  orderable,
  orderOnComplaint,
  programmeAfter,
  programmeOf,
  riskOf,
  scheduleEntry,
  standingStatuses,
  tellDays,
  whatIsTold,
  isGraverRisk,
  programmeRaised,
  sourceOf,
  type Risk,
} from './rules.ts';

const clocks = defaultTerms.certificates;
const certificates = fc
  .record({ day: fc.integer({ min: 0, max: 9000 }), months: fc.integer({ min: 1, max: 72 }) })
  .map(({ day, months }) => {
    const validFrom = addDays('2026-01-01', day);
    return { validFrom, validUntil: addDays(addMonths(validFrom, months), -1) };
  });
const risks = fc.constantFrom('low' as const, 'medium' as const, 'high' as const);
const holds = (
  check: (given: { validFrom: string; validUntil: string }, risk: 'low' | 'medium' | 'high') => void,
) => fc.assert(fc.property(certificates, risks, check), { seed: 520, numRuns: 500 });

describe('programmeOf', () => {
  test('one recertification, inside the certificate, from nine to three months before its end', () => {
    holds((given, risk) => {
      const [only, ...others] = programmeOf(given, risk, clocks).filter(
        ({ type }) => type === 'recertification',
      );
      expect(others).toEqual([]);
      const opens = addMonths(given.validUntil, -clocks.recertificationOpensMonths);
      expect(only?.windowFrom).toBe(opens > given.validFrom ? opens : given.validFrom);
      expect(only && only.dueOn <= given.validUntil).toBe(true);
    });
  });

  test('until recertification opens, no surveillance span passes without an audit', () => {
    holds((given, risk) => {
      const entries = programmeOf(given, risk, clocks).filter(({ reason }) => reason === 'cycle');
      const due = entries.filter(({ type }) => type === 'surveillance').map(({ dueOn }) => dueOn);
      const opens = entries.find(({ type }) => type === 'recertification')?.windowFrom ?? '';
      due.forEach((day, at) =>
        expect(day).toBe(addMonths(given.validFrom, clocks.surveillanceMonths * (at + 1))),
      );
      expect(addMonths(given.validFrom, clocks.surveillanceMonths * (due.length + 1)) >= opens).toBe(true);
    });
  });

  test('at least one audit does not tell its day; high risk adds an unannounced one each year', () => {
    holds((given, risk) => {
      const entries = programmeOf(given, risk, clocks);
      expect(entries.every(({ type }) => entryTypes.includes(type))).toBe(true);
      expect(entries.some(({ noticeType, reason }) => noticeType !== 'announced' && reason === 'cycle')).toBe(
        true,
      );
      const extra = entries.filter(({ reason }) => reason === 'risk');
      expect(extra.length > 0).toBe(risk === 'high');
      expect(entries.every(({ windowFrom, dueOn }) => windowFrom <= dueOn)).toBe(true);
      expect(entries.every(({ dueOn }) => dueOn <= given.validUntil)).toBe(true);
    });
  });

  test('a certificate of three years', () => {
    const given = { validFrom: '2026-03-01', validUntil: '2029-02-28' };
    expect(programmeOf(given, 'low', clocks).map(({ type, dueOn }) => [type, dueOn])).toEqual([
      ['surveillance', '2027-03-01'],
      ['surveillance', '2028-03-01'],
      ['recertification', '2028-11-28'],
    ]);
    expect(programmeOf(given, 'high', clocks)).toHaveLength(6);
  });

  test('a scheme without surveillance still ends', () => {
    const given = { validFrom: '2026-03-01', validUntil: '2029-02-28' };
    expect(programmeOf(given, 'low', { ...clocks, surveillanceMonths: 0 })).toHaveLength(1);
  });
});

test('riskOf grows with the facts', () => {
  const none = { corridors: 1, graveFindings: 0, suspensions: 0, partners: 0 };
  expect(riskOf(none)).toBe('low');
  expect(riskOf({ ...none, graveFindings: 1 })).toBe('medium');
  expect(riskOf({ ...none, suspensions: 1 })).toBe('medium');
  expect(riskOf({ ...none, suspensions: 1, partners: 11 })).toBe('high');
});

test('whatIsTold hides from the recruiter alone, and more with each notice type', () => {
  const types = ['announced', 'semi_announced', 'unannounced'] as const;
  expect(types.map((type) => whatIsTold(type, 'recruiter'))).toEqual(['days', 'window', 'nothing']);
  for (const type of types) {
    expect(whatIsTold(type, 'audit_body')).toBe('days');
    expect(whatIsTold(type, 'scheme')).toBe('days');
  }
});

test('scheduleEntry: once, in its time, while its certificate stands', () => {
  const open = { droppedAt: null, audit: null, windowFrom: '2026-05-01', standing: 'in_force' } as const;
  expect(scheduleEntry(open, '2026-03-02')).toMatchObject({ ok: true });
  expect(addDays('2026-05-01', -tellDays)).toBe('2026-03-02');
  expect(scheduleEntry(open, '2026-03-01')).toEqual({ ok: false, refusal: 'window_not_open' });
  expect(scheduleEntry({ ...open, droppedAt: new Date() }, '2026-05-01')).toEqual({
    ok: false,
    refusal: 'entry_dropped',
  });
  expect(scheduleEntry({ ...open, standing: 'ended' }, '2026-05-01')).toMatchObject({ ok: false });
  const of = (abandoned: boolean) => (state: AuditState) =>
    scheduleEntry({ ...open, audit: { state, abandoned } }, '2026-05-01').ok;
  expect(auditStates.filter(of(false))).toEqual(['refused_by_auditee', 'aborted', 'cancelled']);
  expect(auditStates.filter(of(true))).toEqual(['refused_by_auditee', 'aborted', 'closed', 'cancelled']);
});

test('order: of a certificate that stands and has a programme, within its time', () => {
  const certificate = {
    ...{ status: 'active', programme: 'c', validUntil: '2029-02-28' },
    ...{ drawn: false, tied: false },
  };
  const cause = { type: 'special', trigger: 'critical_complaint', noticeType: 'announced' } as const;
  const wanted = { ...cause, dueOn: '2026-05-01' };
  expect(order(certificate, wanted, '2026-05-01')).toMatchObject({ ok: true });
  expect(order(certificate, wanted, '2026-05-02')).toEqual({ ok: false, refusal: 'day_passed' });
  expect(order(certificate, { ...wanted, dueOn: '2029-03-01' }, '2026-05-01')).toEqual({
    ok: false,
    refusal: 'after_certificate',
  });
  expect(order({ ...certificate, programme: null }, wanted, '2026-05-01').ok).toBe(false);
  expect(order({ ...certificate, status: 'withdrawn' }, wanted, '2026-05-01').ok).toBe(false);
  expect(['suspended', 'superseded', 'withdrawn'].filter(orderable)).toEqual(['suspended']);
  expect(standingStatuses.filter(orderable)).toEqual(standingStatuses);
});

test('a programme is dropped with its certificate and comes back with it, but for a scope that was refused', () => {
  const statuses = ['active', 'active_under_watch', 'suspended', 'withdrawn', 'superseded', 'transferred'];
  expect(statuses.filter((status) => drop(status).ok)).toEqual(['withdrawn', 'superseded', 'transferred']);
  for (const status of statuses) expect(comeBack(status, null).ok).toBe(!drop(status).ok);
  expect(comeBack('active', 'audit_needed')).toMatchObject({ ok: true });
  expect(comeBack('active', 'refused')).toEqual({ ok: false, refusal: 'request_refused' });
});

test('with the next certificate goes on what was ordered on a cause, unless its audit stands', () => {
  const order = { reason: 'ordered', requestId: null, droppedAt: null, audit: null };
  expect(carriesOn(order)).toBe(true);
  expect(carriesOn({ ...order, reason: 'cycle' })).toBe(false);
  expect(carriesOn({ ...order, reason: 'risk' })).toBe(false);
  expect(carriesOn({ ...order, requestId: 'r' })).toBe(false);
  expect(carriesOn({ ...order, droppedAt: new Date() })).toBe(false);
  const again = (abandoned: boolean) =>
    auditStates.filter((state) => carriesOn({ ...order, audit: { state, abandoned } }));
  expect(again(false)).toEqual(['refused_by_auditee', 'aborted', 'cancelled']);
  expect(again(true)).toEqual(['refused_by_auditee', 'aborted', 'closed', 'cancelled']);
});

test('order: as drawn is what was drawn, untold and special; and nobody orders whom they are tied to', () => {
  const drawn = {
    ...{ status: 'active', programme: 'c', validUntil: '2029-02-28' },
    ...{ drawn: true, tied: false },
  };
  const wanted = { type: 'special', trigger: 'random_draw', noticeType: 'unannounced' } as const;
  const on = { ...wanted, dueOn: '2026-05-01' };
  expect(order(drawn, on, '2026-05-01')).toMatchObject({ ok: true });
  expect(order({ ...drawn, drawn: false }, on, '2026-05-01')).toMatchObject({ refusal: 'not_drawn' });
  for (const other of [{ type: 'follow_up' }, { noticeType: 'announced' }] as const)
    expect(order(drawn, { ...on, ...other }, '2026-05-01')).toMatchObject({ refusal: 'drawn_unannounced' });
  expect(order({ ...drawn, tied: true }, on, '2026-05-01')).toMatchObject({ refusal: 'tied_officer' });
});

describe('programmeAfter', () => {
  const cycle = { validFrom: '2026-03-01', validUntil: '2029-02-28' };
  const kept = (risk: 'low' | 'high') =>
    programmeOf(cycle, risk, clocks).map((entry) => ({ ...entry, done: entry.dueOn < '2027-06-01' }));
  const days = (entries: readonly { dueOn: string }[]) => entries.map(({ dueOn }) => dueOn);

  test('holds what was not done, as it was', () => {
    expect(programmeAfter(kept('low'), cycle, 'low', '2027-07-01')).toEqual(
      programmeOf(cycle, 'low', clocks).slice(1),
    );
    const late = kept('low').map((entry) => ({ ...entry, done: false }));
    expect(days(programmeAfter(late, cycle, 'low', '2027-07-01'))).toContain('2027-03-01');
  });

  test('a risk that has become high adds what is still to come, and what was known of it once', () => {
    const added = programmeAfter(kept('low'), cycle, 'high', '2027-07-01').filter(
      ({ reason }) => reason === 'risk',
    );
    expect(days(added)).toEqual(['2028-02-29', '2029-02-28']);
    const again = programmeAfter(kept('high'), cycle, 'high', '2026-07-01');
    expect(days(again.filter(({ reason }) => reason === 'risk'))).toEqual(['2028-02-29', '2029-02-28']);
  });
});

describe('programmeRaised', () => {
  const cycle = { validFrom: '2026-03-01', validUntil: '2029-02-28' };
  const days = (to: Risk, today: string, known: readonly string[] = []) =>
    programmeRaised(
      known.map((dueOn) => ({ reason: 'risk', dueOn })),
      cycle,
      to,
      today,
    ).map(({ windowFrom, dueOn, noticeType }) => [windowFrom, dueOn, noticeType]);

  test('brings one audit more for a medium risk and one a year for a high one, none of them told', () => {
    expect(days('medium', '2026-06-01')).toEqual([['2026-06-01', '2027-02-28', 'unannounced']]);
    expect(days('high', '2027-06-01')).toEqual([
      ['2027-06-01', '2028-02-29', 'unannounced'],
      ['2028-03-01', '2029-02-28', 'unannounced'],
    ]);
    expect(days('low', '2026-06-01')).toEqual([]);
  });

  test('adds beside what a risk brought before, with days enough to come, at the end whatever is left', () => {
    expect(days('high', '2026-06-01', ['2027-02-28']).map(([, dueOn]) => dueOn)).toEqual([
      '2028-02-29',
      '2029-02-28',
    ]);
    expect(days('medium', '2027-02-20').map(([, dueOn]) => dueOn)).toEqual(['2028-02-29']);
    expect(days('medium', '2029-02-20').map(([, dueOn]) => dueOn)).toEqual(['2029-02-28']);
    expect(days('high', '2029-03-01')).toEqual([]);
  });

  test('only a graver risk is one', () => {
    expect(isGraverRisk('medium', 'low')).toBe(true);
    expect(isGraverRisk('medium', 'medium')).toBe(false);
    expect(isGraverRisk('medium', 'high')).toBe(false);
  });
});

test.each(['media_report', 'failed_call_backs'] as const)(
  'an order on %s says from where and of which day; nothing else does',
  (trigger) => {
    const named = { trigger, causeSource: 'Kathmandu Post, page 3', causeOn: '2026-04-30' };
    const value = { source: named.causeSource, on: named.causeOn };
    expect(sourceOf(named, '2026-05-01')).toEqual({ ok: true, value });
    expect(sourceOf({ trigger, causeOn: '2026-04-30' }, '2026-05-01')).toMatchObject({
      refusal: 'source_needed',
    });
    expect(sourceOf({ trigger, causeSource: 'A paper' }, '2026-05-01')).toMatchObject({
      refusal: 'source_needed',
    });
    expect(sourceOf(named, '2026-04-29')).toMatchObject({ refusal: 'cause_ahead' });
    expect(sourceOf({ ...named, trigger: 'material_change' }, '2026-05-01')).toEqual({
      ok: true,
      value: { source: null, on: null },
    });
    const sent = { type: 'special', trigger, noticeType: 'unannounced', dueOn: '2026-06-01' };
    const form = { ...sent, grounds: 'Two workers said that they paid.' };
    const problems = orderForm.safeParse({ ...form, causeSource: '', causeOn: '' }).error?.issues;
    expect(problems?.map(({ path }) => path.join('.'))).toEqual(['causeSource', 'causeOn']);
    expect(orderForm.safeParse({ ...form, ...named }).success).toBe(true);
    expect(orderForm.safeParse({ ...form, trigger: 'transfer' }).success).toBe(true);
  },
);

describe('an audit on a severe complaint', () => {
  const stands = { status: 'active', validUntil: '2029-02-28' };
  const dueOn = (of: Partial<typeof stands>, taken: string[] = []) => {
    const days = orderOnComplaint({ ...stands, ...of }, taken, '2026-03-01');
    return days.ok ? days.value.dueOn : days.refusal;
  };
  test('is due within a month, while the certificate lasts, on a day of its own', () => {
    expect(dueOn({})).toBe('2026-03-31');
    expect(dueOn({ status: 'suspended' })).toBe('2026-03-31');
    expect(dueOn({ validUntil: '2026-03-10' })).toBe('2026-03-10');
    expect(dueOn({}, ['2026-03-31', '2026-03-30'])).toBe('2026-03-29');
  });
  test('is not due where the certificate has ended', () => {
    expect(dueOn({ status: 'withdrawn' })).toBe('certificate_ended');
    expect(dueOn({ validUntil: '2026-02-28' })).toBe('certificate_ended');
  });
});
