import { expect, test } from 'vitest';

import { auditStates, type Audit, type AuditState } from '../../model.ts';
import { findingStates } from '../model.ts';
import { inState, observation } from '../states.test-data.ts';
import { became, closeLookedAt, look } from './rules.ts';

const audit = (state: AuditState, type: Audit['type'] = 'surveillance'): Audit => ({
  ...{ id: 'next', reference: 'AUD-00002', type, applicationId: 'p', certificateId: 'c' },
  ...{ organisationId: 'o', auditBodyId: 'b', schemeVersionId: 'v', team: [] },
  ...{ noticeType: 'announced', startsOn: '2026-03-01', endsOn: '2026-03-02', plan: '' },
  ...{ summary: '', reportedAt: new Date(0), reportedBy: 'l', reviewedBy: 'r', readiness: null },
  ...{
    postponedUntil: '2026-04-01',
    abortReason: 'safety',
    cancelCause: 'body',
    factCheckDueOn: '2026-04-01',
  },
  state,
});
const seen = { finding: observation, looked: false };
const refusal = (name: string) => ({ ok: false, refusal: name });
const still = { answer: 'still', grade: undefined } as const;

test.each(auditStates)('an observation is looked at while findings are raised: %s', (state) => {
  const outcome = look(audit(state), seen, still);
  if (['in_progress', 'fieldwork_done', 'report_draft'].includes(state))
    expect(outcome).toEqual({ ok: true, value: { raisedAs: null, closes: false } });
  else expect(outcome).toMatchObject({ ok: false });
});

test('it is gone, or stays, or has a grade from now on', () => {
  const on = audit('in_progress');
  expect(look(on, seen, { answer: 'gone', grade: 'major' })).toEqual({
    ok: true,
    value: { raisedAs: null, closes: true },
  });
  expect(look(on, seen, { answer: 'raised', grade: 'major' })).toEqual({
    ok: true,
    value: { raisedAs: 'major', closes: false },
  });
  for (const grade of [undefined, 'observation'] as const)
    expect(look(on, seen, { answer: 'raised', grade })).toEqual(refusal('raise_graver'));
});

test('disputed it is looked at as well, and closes with the answer', () => {
  const disputed = { ...seen, finding: { ...inState.disputed, grade: 'observation' as const } };
  const looked = look(audit('in_progress'), disputed, { answer: 'gone', grade: undefined });
  expect(looked).toEqual({ ok: true, value: { raisedAs: null, closes: false } });
});

test('once an audit, of an earlier one, and not while another grade is proposed', () => {
  const on = audit('in_progress');
  expect(look(on, { ...seen, looked: true }, still)).toEqual(refusal('looked_already'));
  expect(look({ ...on, id: observation.auditId }, seen, still)).toEqual(refusal('no_earlier_observation'));
  expect(look(on, { ...seen, finding: inState.issued }, still)).toEqual(refusal('no_earlier_observation'));
  expect(look(audit('in_progress', 'stage1'), seen, still)).toEqual(refusal('not_in_stage1'));
  const proposal = { from: 'observation', to: 'minor', proposedBy: 'l' } as const;
  expect(look(on, { ...seen, finding: { ...observation, proposal } }, still)).toEqual(
    refusal('regrade_open'),
  );
});

test.each(findingStates)('it closes once what it became is told, and nothing else does: %s', (state) => {
  const finding = { ...inState[state], grade: 'observation' as const };
  const raised = { answer: 'raised', told: true };
  if (state === 'issued') {
    expect(closeLookedAt(finding, raised)).toEqual({ ok: true, value: { state: 'closed' } });
    expect(closeLookedAt(finding, { ...raised, told: false })).toEqual(refusal('not_told'));
    expect(closeLookedAt(finding, { answer: 'gone', told: false })).toMatchObject({ ok: true });
    expect(closeLookedAt(finding, { answer: 'still', told: false })).toEqual(refusal('still_so'));
  } else expect(closeLookedAt(finding, raised)).toEqual(refusal(`finding_is_${state}`));
  expect(closeLookedAt(inState[state], raised)).toEqual(refusal(`finding_is_${state}`));
});

test('what it became names no worker of this audit by the keys of the one before', () => {
  expect(became({ name: 'AUD-00001/1', statement: 'Says W-03.' })).toBe(
    'Observed in AUD-00001/1: Says a worker heard then.',
  );
});
