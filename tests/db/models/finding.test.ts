import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';

import {
  rejectEvidence,
  verifyEvidence,
} from '#app/features/audits/findings/commands/answer-evidence.server.ts';
import { acceptPlan, returnPlan } from '#app/features/audits/findings/commands/answer-plan.server.ts';
import { closeFinding } from '#app/features/audits/findings/commands/close-finding.server.ts';
import { answerContainment } from '#app/features/audits/findings/containment/commands.server.ts';
import { submitEvidence } from '#app/features/audits/findings/commands/submit-evidence.server.ts';
import { submitPlan } from '#app/features/audits/findings/commands/submit-plan.server.ts';
import { escalateOverdue, extendFinding } from '#app/features/audits/findings/clocks/commands.server.ts';
import { answerDispute, disputeFinding } from '#app/features/audits/findings/disputes/commands.server.ts';
import type { FindingState } from '#app/features/audits/findings/model.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import type { Grade } from '#app/features/scheme/model.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { anEngagement, fieldwork, now, raised, type Engagement } from '#tests/support/factories/audits.ts';
import {
  closing,
  contained,
  correctiveAction,
  evidence,
  seen,
} from '#tests/support/factories/corrections.ts';
import { test } from '#tests/support/test.ts';

import { acts, clocks, expected, passed, type Act, type Model, type Move } from './finding-machine.ts';
import { patience, stepsEach, walk, walks } from './machine.ts';

type World = { given: Engagement; id: string };
const reason = 'This is what two of us have seen.';

const row = ({ given: { db }, id }: World) =>
  db
    .selectFrom('finding')
    .select(['state', 'grade', 'due_on'])
    .select((from) =>
      from
        .selectFrom('corrective_action_plan')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('finding_id', '=', 'finding.id')
        .as('plans'),
    )
    .select((from) =>
      from
        .selectFrom('finding_evidence')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('finding_id', '=', 'finding.id')
        .as('proofs'),
    )
    .select((from) =>
      from
        .selectFrom('finding_containment')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('finding_id', '=', 'finding.id')
        .as('containments'),
    )
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

/** Does it for real. */
async function doIt(world: World, act: Act, at: Date, model: Model): Promise<{ ok: boolean }> {
  const { given, id } = world;
  const as = <A extends Engagement['lead' | 'reviewer' | 'recruiter']>(actor: A) => ({
    db: given.db,
    actor,
    now: at,
  });
  const [lead, reviewer, recruiter] = [as(given.lead), as(given.reviewer), as(given.recruiter)];
  const stands = await row(world);
  const said = Number(stands.containments);
  const [plan, proof] = [{ round: Number(stands.plans) }, { round: Number(stands.proofs) }];
  const propose = (grade: Grade) => proposeRegrade(lead, id, { grade, reason });
  const answer = (outcome: 'approved' | 'dismissed') =>
    answerRegrade(reviewer, id, { grade: model.proposal ?? 'minor', outcome, reason });
  const doings: Record<Act, () => Promise<{ ok: boolean }>> = {
    contain: () => contained(recruiter, id),
    believe: () => answerContainment(lead, id, { round: said, outcome: 'contained' }),
    disbelieve: () => answerContainment(lead, id, { round: said, outcome: 'not_contained', reason }),
    dispute: () => disputeFinding(recruiter, id, { statement: 'The payee stands on the second page.' }),
    keep: () => answerDispute(reviewer, id, { outcome: 'kept', reason }),
    withdraw: () => answerDispute(reviewer, id, { outcome: 'withdrawn', reason }),
    plan: () => submitPlan(recruiter, id, { ...correctiveAction, targetOn: dayOf(at) }),
    accept: () => acceptPlan(lead, id, plan),
    return: () => returnPlan(lead, id, { ...plan, reason }),
    prove: () => submitEvidence(recruiter, id, evidence),
    verify: () => verifyEvidence(lead, id, seen('on_site', proof.round, at)),
    reject: () => rejectEvidence(lead, id, { ...proof, reason }),
    close: () => closeFinding(reviewer, id, closing),
    extend: () => extendFinding(lead, id, { until: addDays(stands.due_on ?? dayOf(at), 2), reason }),
    'propose-critical': () => propose('critical'),
    'propose-major': () => propose('major'),
    'propose-minor': () => propose('minor'),
    approve: () => answer('approved'),
    dismiss: () => answer('dismissed'),
  };
  return doings[act]();
}

/** One step of both; whatever they say differently is told with the step. */
async function step(world: World, model: Model, move: Move): Promise<Model> {
  if ('forge' in move) {
    const forged = sql`update finding set state = ${move.forge} where id = ${world.id}`.execute(
      world.given.db,
    );
    await expect(forged, `${model.state} forged into ${move.forge}`).rejects.toThrow();
    return model;
  }
  const at = new Date(model.now.getTime() + ('wait' in move ? move.wait * 86_400_000 : 60_000));
  const before = { ...model, now: at };
  if ('wait' in move) await escalateOverdue({ db: world.given.db, now: at });
  const next = 'wait' in move ? passed(before) : expected(before, move.act);
  if ('act' in move) {
    const outcome = await doIt(world, move.act, at, before);
    expect(outcome.ok, `${move.act} in ${JSON.stringify(before)}: ${JSON.stringify(outcome)}`).toBe(
      next !== undefined,
    );
  }
  const after = next ?? before;
  const { state, grade } = await row(world);
  expect({ state, grade }, `after ${JSON.stringify(move)} in ${JSON.stringify(before)}`).toEqual({
    state: after.state,
    grade: after.grade,
  });
  return after;
}

/** Critical, so that it is told at once: the audit goes on, and the other grades come by proposals. */
async function aFinding(given: Engagement, audit: string, at: Date): Promise<{ world: World; model: Model }> {
  const id = await raised({ ...given, as: (actor) => ({ db: given.db, actor, now: at }) }, audit, 'critical');
  const day = dayOf(at);
  const fresh = {
    contained: false,
    awaits: false,
    saidOn: day,
    contested: false,
    extended: false,
    returns: 0,
    proposal: null,
    missed: [],
  };
  const none = { resubmit: day, disputedOn: day, issuedOn: day };
  return {
    world: { given, id },
    model: {
      ...fresh,
      ...none,
      proposedFrom: 'critical',
      ...clocks('critical', day),
      state: 'issued',
      grade: 'critical',
      now: at,
    },
  };
}

const moves = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ onward: fc.nat({ max: 18 }) }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constantFrom(...acts) }) },
    { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 20 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        forge: fc.constantFrom<FindingState>('raised', 'closed', 'verified', 'disputed'),
      }),
    },
  ),
  { minLength: walk, maxLength: walk },
);
type Chosen = { onward: number } | Move;

function chosen(model: Model, move: Chosen): Move | undefined {
  if ('forge' in move && move.forge === model.state) return undefined;
  if (!('onward' in move)) return move;
  const ways = acts.filter((act) => act !== 'withdraw' && expected(model, act));
  return { act: ways[move.onward % Math.max(ways.length, 1)] ?? 'close' };
}

test(
  `a finding does what its machine says, for ${stepsEach} steps of people, days and forgers`,
  async ({ db }) => {
    const given = await anEngagement(db);
    const audit = await fieldwork(given);
    const seen = new Set<FindingState>();
    await fc.assert(
      fc.asyncProperty(moves, async (walked) => {
        const { world, model } = await aFinding(given, audit, now);
        let current = model;
        for (const way of walked) {
          const move = chosen(current, way);
          if (move) current = await step(world, current, move);
          seen.add(current.state);
        }
      }),
      { numRuns: walks, endOnFailure: true },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['issued', 'awaiting_cap', 'cap_submitted', 'cap_accepted']),
    );
  },
  patience,
);
