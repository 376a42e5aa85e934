import { describe, expect, test } from 'vitest';

import type { Certificate } from '../model.ts';
import type { ScopeRequest } from './model.ts';
import {
  ask,
  extend,
  extendAudited,
  mayGrow,
  needAudit,
  outlive,
  refuseExtension,
  widened,
} from './rules.ts';

const today = '2026-06-01';
const known = {
  ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
  ...{ validUntil: '2029-02-28', since: new Date('2026-03-01T09:00:00Z') },
};
const certificates: Record<Certificate['status'], Certificate> = {
  active: { ...known, status: 'active' },
  active_under_watch: { ...known, status: 'active_under_watch', reasonClass: 'special_audit' },
  suspended: { ...known, status: 'suspended', reasonClass: 'levy_unpaid' },
  withdrawn: { ...known, status: 'withdrawn', reasonClass: 'fraud' },
  superseded: { ...known, status: 'superseded' },
  transferred: { ...known, status: 'transferred' },
};
const covered = { corridors: ['NP-AE'], sectors: ['construction'], offices: ['Kathmandu'] };
const added = { corridors: ['NP-JP'], sectors: [], offices: ['Biratnagar'] };
const request: ScopeRequest = { id: 'r', added, state: 'requested' };
const answering = {
  ...{ certificate: certificates.active, covered, request, tied: false, bodyApproved: true },
  bar: null,
};

describe.for(Object.entries(certificates))('of a certificate that is %s', ([status, certificate]) => {
  const counts = status.startsWith('active');
  test('a wider scope is asked for and granted only when it counts', () => {
    const asked = ask({ certificate, covered, open: false }, added, today);
    expect(asked).toEqual(counts ? { ok: true, value: added } : { ok: false, refusal: status });
    const granted = extend({ ...answering, certificate }, today);
    const wide = { ...covered, corridors: ['NP-AE', 'NP-JP'], offices: ['Kathmandu', 'Biratnagar'] };
    expect(granted).toEqual(counts ? { ok: true, value: wide } : { ok: false, refusal: status });
  });
  test('a request is refused whatever became of it', () => {
    expect(refuseExtension({ request, tied: false, withPanel: false }).ok).toBe(true);
  });
});

test('what is covered already is not asked for again, and one request is open at a time', () => {
  const certificate = certificates.active;
  const asked = { ...covered, corridors: ['NP-AE', 'NP-JP', 'NP-JP'] };
  expect(ask({ certificate, covered, open: false }, asked, today)).toEqual({
    ok: true,
    value: { corridors: ['NP-JP'], sectors: [], offices: [] },
  });
  expect(ask({ certificate, covered, open: false }, covered, today)).toMatchObject({
    refusal: 'nothing_new',
  });
  expect(ask({ certificate, covered, open: true }, added, today)).toMatchObject({ refusal: 'already_asked' });
  expect(ask({ certificate, covered, open: false }, added, '2029-03-01')).toMatchObject({
    refusal: 'expired',
  });
});

test.for([
  [{ tied: true }, 'tied'],
  [{ bodyApproved: false }, 'body_not_approved'],
  [{ bar: 'holder_has_grave_finding' }, 'holder_has_grave_finding'],
  [{ bar: 'licence_lost' }, 'licence_lost'],
  [{ request: { ...request, state: 'refused' as const } }, 'already_answered'],
  [{ covered: widened(covered, added) }, 'nothing_new'],
] as const)('is not extended: %j gives %s', ([change, refusal]) => {
  expect(extend({ ...answering, ...change }, today)).toEqual({ ok: false, refusal });
});

test('who is tied to the holder does not refuse either', () => {
  expect(refuseExtension({ request, tied: true, withPanel: false })).toEqual({ ok: false, refusal: 'tied' });
});

describe('an audit for a wider scope', () => {
  const dueOn = '2026-09-01';
  const audited = { ...answering, request: { ...request, state: 'audit_needed' as const } };

  test('is needed once, of what is in force, by a day within its certificate', () => {
    expect(needAudit(answering, dueOn, today)).toEqual({ ok: true, value: dueOn });
    const refusals: [Partial<typeof answering>, string, string][] = [
      [{ request: audited.request }, dueOn, 'audit_ordered'],
      [{ tied: true }, dueOn, 'tied'],
      [{ bodyApproved: false }, dueOn, 'body_not_approved'],
      [{ certificate: certificates.suspended }, dueOn, 'suspended'],
      [{}, '2026-05-31', 'day_passed'],
      [{}, '2029-03-01', 'after_certificate'],
    ];
    for (const [change, day, refusal] of refusals)
      expect(needAudit({ ...answering, ...change }, day, today)).toEqual({ ok: false, refusal });
  });

  test('leaves the answer to the panel', () => {
    expect(extend(audited, today)).toEqual({ ok: false, refusal: 'panel_extends' });
    expect(extendAudited(audited, today)).toEqual({ ok: true, value: widened(covered, added) });
    expect(extendAudited(answering, today)).toEqual({ ok: false, refusal: 'already_answered' });
    expect(refuseExtension({ ...audited, withPanel: true })).toEqual({
      ok: false,
      refusal: 'with_the_panel',
    });
    expect(refuseExtension({ ...audited, withPanel: false }).ok).toBe(true);
  });

  test('lets nothing grow that has ended meanwhile', () => {
    expect(mayGrow(certificates.active, '2029-03-01')).toEqual({ ok: false, refusal: 'expired' });
    expect(extendAudited({ ...audited, certificate: certificates.withdrawn }, today)).toMatchObject({
      refusal: 'withdrawn',
    });
  });
});

describe('once its certificate gave its place or ended, a request', () => {
  const next = { certificate: { ...certificates.active, number: 'ERC-2029-00007' }, covered, open: false };
  const seen = { begun: false, orderable: true, restorationMonths: 6 };
  const given = { certificate: certificates.superseded, request, next, ...seen };
  const audited = { ...given, request: { ...request, state: 'audit_needed' as const } };

  test('goes on with the one in its place, with its audit where that can be ordered again', () => {
    const carried = { state: 'carried', certificate: next.certificate, added };
    expect(outlive(given, today)).toMatchObject({ value: { ...carried, as: 'requested' } });
    expect(outlive(audited, today)).toMatchObject({ value: { ...carried, as: 'audit_needed' } });
    for (const change of [{ begun: true }, { orderable: false }])
      expect(outlive({ ...audited, ...change }, today)).toMatchObject({ value: { as: 'requested' } });
  });

  test('goes on with what is not covered there yet, and ends where all is', () => {
    const wide = { ...covered, corridors: ['NP-AE', 'NP-JP'] };
    expect(outlive({ ...given, next: { ...next, covered: wide } }, today)).toMatchObject({
      value: { added: { corridors: [], sectors: [], offices: ['Biratnagar'] } },
    });
    const all = { ...next, covered: widened(covered, added) };
    expect(outlive({ ...given, next: all }, today)).toMatchObject({ value: { state: 'ended' } });
  });

  test('ends where none is in its place, or its holder asked anew', () => {
    for (const without of [
      undefined,
      { ...next, open: true },
      { ...next, certificate: certificates.withdrawn },
    ])
      expect(outlive({ ...given, next: without }, today)).toMatchObject({ value: { state: 'ended' } });
    const over = { ...given, certificate: certificates.active, next: undefined };
    expect(outlive(over, '2029-08-28')).toEqual({ ok: false, refusal: 'may_be_restored' });
    expect(outlive(over, '2029-08-29')).toMatchObject({ value: { state: 'ended' } });
    const suspended = { ...over, certificate: certificates.suspended };
    expect(outlive(suspended, '2029-03-01')).toMatchObject({ value: { state: 'ended' } });
  });

  test('stays while its certificate stands, and is followed once', () => {
    for (const status of ['active', 'active_under_watch', 'suspended'] as const)
      expect(outlive({ ...given, certificate: certificates[status] }, today)).toMatchObject({
        refusal: 'certificate_stands',
      });
    for (const state of ['extended', 'refused', 'carried', 'ended'] as const)
      expect(outlive({ ...given, request: { ...request, state } }, today)).toMatchObject({
        refusal: 'already_answered',
      });
  });
});
