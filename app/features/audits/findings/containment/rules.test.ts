import { describe, expect, test } from 'vitest';

import { findingStates, type Finding, type FindingState } from '../model.ts';
import { acceptPlan, verify } from '../rules.ts';
import { inState, observation } from '../states.test-data.ts';
import { answerContainment, contain } from './rules.ts';

const refusal = (name: string) => ({ ok: false, refusal: name });
/** Said on the day before its first day ends, answered twelve days later. */
const waited = { from: '2026-03-03', today: '2026-03-15' };
const said = (state: FindingState): Finding => ({
  ...inState[state],
  ...{
    grade: 'critical',
    contained: true,
    containDueOn: '2026-03-04',
    containments: 2,
    containmentAwaits: true,
  },
});

test.each(findingStates)('harm is said to be stopped while the finding waits for it: %s', (state) => {
  const outcome = contain(inState[state]);
  if (state !== 'issued') expect(outcome).toEqual(refusal(`finding_is_${state}`));
  else
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: 'awaiting_cap', contained: true, containments: 1, containmentAwaits: true },
    });
});

test('an observation asks for no containment', () => {
  expect(contain(observation)).toEqual(refusal('nothing_to_contain'));
});

describe('the team', () => {
  const running: FindingState[] = [
    ...(['awaiting_cap', 'cap_submitted', 'cap_returned'] as const),
    ...(['cap_accepted', 'evidence_submitted', 'evidence_rejected'] as const),
  ];
  test.each(findingStates)('believes it, and the finding stays what it is: %s', (state) => {
    const outcome = answerContainment(said(state), { round: 2, outcome: 'contained', ...waited });
    if (running.includes(state) || state === 'disputed')
      expect(outcome).toMatchObject({
        ok: true,
        value: { state, contained: true, containmentAwaits: false },
      });
    else expect(outcome).toEqual(refusal(`finding_is_${state}`));
  });

  test.each(findingStates)('does not believe it, and gives back the days until its answer: %s', (state) => {
    const outcome = answerContainment(said(state), { round: 2, outcome: 'not_contained', ...waited });
    if (running.includes(state))
      expect(outcome).toMatchObject({
        ok: true,
        value: {
          ...{ state: 'issued', contained: false, containmentAwaits: false },
          ...{ containDueOn: '2026-03-16', planDueOn: '2026-03-27', closeDueOn: '2026-05-30' },
        },
      });
    else expect(outcome).toEqual(refusal(`finding_is_${state}`));
  });

  test('gives nothing back of a day that was missed before', () => {
    const late = { from: '2026-03-05', today: '2026-03-15' };
    expect(
      answerContainment(said('awaiting_cap'), { round: 2, outcome: 'not_contained', ...late }),
    ).toMatchObject({
      value: { containDueOn: '2026-03-04', planDueOn: '2026-03-25' },
    });
  });

  test('answers once, and what it read', () => {
    const finding = said('awaiting_cap');
    expect(answerContainment(finding, { round: 1, outcome: 'contained', ...waited })).toEqual(
      refusal('another_round'),
    );
    expect(
      answerContainment(
        { ...finding, containmentAwaits: false },
        { round: 2, outcome: 'contained', ...waited },
      ),
    ).toEqual(refusal('no_containment'));
  });

  test('accepts no plan and no evidence before', () => {
    expect(acceptPlan(said('cap_submitted'), 1)).toEqual(refusal('containment_unanswered'));
    expect(verify(said('evidence_submitted'), 1, 'on_site', 'a')).toEqual(refusal('containment_unanswered'));
  });
});
