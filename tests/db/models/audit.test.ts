import fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { closeAudit } from '#app/features/audits/commands/close-audit.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import type { AuditState } from '#app/features/audits/model.ts';
import {
  abortAudit,
  closeAbandoned,
  closeByPanel,
  recordRefusal,
} from '#app/features/audits/planning/commands/abandon-audit.server.ts';
import {
  acceptPostponement,
  declinePostponement,
} from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { endFactCheck, endFactChecks } from '#app/features/audits/report/commands/check-facts.server.ts';
import { returnReport } from '#app/features/audits/report/commands/return-report.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { putAbandonedAudit } from '#app/features/certificates/decisions/commands/put-abandoned.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import type { SignedIn } from '#app/platform/scope.ts';
import {
  cancelling,
  anApplication,
  anEngagement,
  aPerson,
  assessAll,
  done,
  noConflict,
  plan,
  readiness,
  scheduled,
  type Engagement,
  fewHeard,
} from '#tests/support/factories/audits.ts';
import { grant, vote } from '#tests/support/factories/certificates.ts';
import { fewWorkers, smallAgency } from '#tests/support/factories/ground.ts';
import { report } from '#tests/support/factories/report-words.ts';
import { test } from '#tests/support/test.ts';

import { acts, expected, leadsTo, passed, type Act, type Model, type Move } from './audit-machine.ts';
import { patience, stepsEach, walk, walks, wholeWay } from './machine.ts';

type World = { given: Engagement; id: string };
type Chosen = Move | { onward: number };
type Doing = (world: World, model: Model) => Promise<{ ok: boolean }>;

const reason = { reason: 'The recruiter asked for it, and it is well founded.' };
const at = <A extends SignedIn>({ given: { db } }: World, actor: A, { now }: Model) => ({ db, actor, now });
const lead = (world: World, model: Model) => at(world, world.given.lead, model);
const recruiter = (world: World, model: Model) => at(world, world.given.recruiter, model);
const reviewer = (world: World, model: Model) => at(world, world.given.reviewer, model);

/** Rows at once: the trigger of the table lets them in during fieldwork alone. */
const assess: Doing = ({ given, id }) =>
  assessAll(given, id).then(
    () => ({ ok: true }),
    () => ({ ok: false }),
  );

async function reckon(world: World, model: Model) {
  const sample = await planSample(lead(world, model), world.id, fewWorkers);
  return sample.ok ? calculateDays(lead(world, model), world.id, smallAgency) : sample;
}

/** An officer alone closes none; the panel has it planned anew. */
async function throughPanel(world: World, model: Model) {
  const { officer, decider, applicationId } = world.given;
  const alone = await closeAbandoned(at(world, officer, model), world.id, reason);
  expect(alone.ok, 'an officer closes it alone').toBe(false);
  const put = await putAbandonedAudit(at(world, officer, model), world.id, { note: reason.reason });
  if (!put.ok) return put;
  done(await vote(at(world, decider, model), applicationId, { ...grant, vote: 'return' }));
  return closeByPanel({ db: world.given.db, now: model.now, actor: { kind: 'system' } }, world.id);
}

const doings: Record<Act, Doing> = {
  reckon,
  assess,
  declare: (world, model) => declareConflict(lead(world, model), world.id, noConflict),
  plan: (world, model) => {
    const startsOn = dayOf(model.now);
    return planAudit(lead(world, model), world.id, { ...plan, startsOn, endsOn: addDays(startsOn, 2) });
  },
  notify: (world, model) => notifyAudit(lead(world, model), world.id, reason),
  ask: (world, model) => askPostponement(recruiter(world, model), world.id, reason),
  accept: (world, model) => acceptPostponement(lead(world, model), world.id),
  decline: (world, model) => declinePostponement(lead(world, model), world.id, reason),
  refuse: (world, model) => recordRefusal(lead(world, model), world.id, reason),
  start: (world, model) => startAudit(lead(world, model), world.id),
  'close fieldwork': (world, model) => closeFieldwork(lead(world, model), world.id, fewHeard),
  abort: (world, model) =>
    abortAudit(lead(world, model), world.id, { reason: 'obstruction', note: reason.reason }),
  'follow up': throughPanel,
  write: (world, model) => saveReport(lead(world, model), world.id, { ...report, revision: model.revision }),
  send: (world, model) => sendReport(lead(world, model), world.id),
  'end check': (world, model) => endFactCheck(recruiter(world, model), world.id),
  approve: (world, model) =>
    approveReport(reviewer(world, model), world.id, { note: '', revision: model.revision }),
  return: (world, model) => returnReport(reviewer(world, model), world.id, reason),
  cancel: (world, model) => cancelAudit(lead(world, model), world.id, cancelling),
  close: ({ given, id }, { now }) => closeAudit({ db: given.db, now, actor: { kind: 'system' } }, id),
};

const stateOf = async ({ given, id }: World) =>
  (await given.db.selectFrom('audit').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

/** One step of both; whatever they say differently is told with the step. */
async function step(world: World, model: Model, move: Move): Promise<Model> {
  const { db } = world.given;
  if ('forge' in move) {
    const forged = sql`update audit set state = ${move.forge} where id = ${world.id}`.execute(db);
    await expect(forged, `${model.state} forged into ${move.forge}`).rejects.toThrow();
    return model;
  }
  const now = new Date(model.now.getTime() + ('wait' in move ? move.wait * 86_400_000 : 60_000));
  const then = { ...model, now };
  const next = 'wait' in move ? passed(then) : expected(then, move.act);
  if ('wait' in move) await endFactChecks({ db, now });
  else {
    const outcome = await doings[move.act](world, then);
    expect(outcome.ok, `${move.act} in ${model.state}: ${JSON.stringify(outcome)}`).toBe(next !== undefined);
  }
  expect(await stateOf(world), `after ${JSON.stringify(move)} in ${model.state}`).toBe(
    next?.state ?? model.state,
  );
  return { ...then, ...next };
}

const enders: readonly Act[] = ['cancel', 'refuse', 'abort'];

function chosen(model: Model, move: Chosen): Move {
  if (!('onward' in move)) return move;
  const open = acts.filter((act) => !enders.includes(act) && expected(model, act));
  return { act: open[move.onward % open.length] ?? 'start' };
}

/** Another recruiter of the same body, whose stage 1 ended ready, with its stage 2 to be declared for. */
async function aStage2(house: Engagement): Promise<World> {
  const { db, body, now } = { ...house, now: new Date('2026-03-01T09:00:00Z') };
  const place = { kind: 'recruiter', id: '' } as const;
  const agency = {
    ...place,
    id: await foundOrganisation({ db, now }, { kind: 'recruiter', name: 'Himal', country: 'NP' }),
  };
  const person = await aPerson(db, agency, 'recruiter');
  const applicationId = await anApplication(db, { agency, body, startedBy: person.accountId });
  const given = { ...house, agency, recruiter: person, applicationId };
  await readiness(given);
  await db
    .updateTable('application')
    .set({ state: 'in_audit', audit_started_at: now })
    .where('id', '=', applicationId)
    .execute();
  return { given, id: await scheduled(given, 'stage2') };
}

/** A forgery is tried only where no step leads. */
const moves = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ onward: fc.nat({ max: 11 }) }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constantFrom(...acts) }) },
    { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 20 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        forge: fc.constantFrom<AuditState>('report_final', 'closed', 'in_progress', 'tech_review'),
      }),
    },
  ),
  { minLength: walk, maxLength: walk },
);

test(
  `an audit does what its machine says, for ${stepsEach} steps of people, days and forgers`,
  async ({ db }) => {
    const house = await anEngagement(db);
    const seen = new Set<AuditState>();
    await fc.assert(
      fc.asyncProperty(moves, async (walked) => {
        const world = await aStage2(house);
        let model: Model = {
          ...{ state: 'scheduled', ground: false, startsOn: '', toldFrom: '', asked: 'never' },
          ...{ postponedUntil: '', assessed: false, revision: 0, factsUntil: '' },
          now: new Date('2026-03-02T09:00:00Z'),
        };
        for (const way of walked) {
          const move = chosen(model, way);
          const forged = 'forge' in move ? move.forge : undefined;
          if (forged && (leadsTo[model.state]?.includes(forged) || forged === model.state)) continue;
          model = await step(world, model, move);
          seen.add(model.state);
        }
      }),
      { numRuns: walks, endOnFailure: true },
    );
    // A walk that never leaves the planning would show nothing.
    const some: AuditState[] = ['planned', 'notified', 'in_progress'];
    const all: AuditState[] = [
      'postponed',
      'refused_by_auditee',
      'aborted',
      'cancelled',
      'tech_review',
      'closed',
    ];
    expect([...seen]).toEqual(expect.arrayContaining(wholeWay ? [...all, ...some] : some));
  },
  patience,
);
