import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { decideAppeal, lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import {
  discardIdleDrafts,
  expireDeferrals,
  lapseApplications,
} from '#app/features/applications/clocks/commands.server.ts';
import { submitApplication, withdrawApplication } from '#app/features/applications/commands.server.ts';
import { discardDraft } from '#app/features/applications/drafts.server.ts';
import type { State } from '#app/features/applications/model.ts';
import { declareReviewer } from '#app/features/applications/review/commands.server.ts';
import {
  acceptApplication,
  deferApplication,
  engageAuditBody,
  rejectApplication,
} from '#app/features/applications/review-commands.server.ts';
import { saveAnswers } from '#app/features/applications/sections/commands.server.ts';
import { recordBankTransfer } from '#app/features/billing/commands.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import type { Recruiter } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { anApplicant, fill, noTies, type Applicant } from '#tests/support/factories/applications.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { drain } from '#tests/support/queue.ts';
import { test } from '#tests/support/test.ts';

import {
  acts,
  expected,
  leadsTo,
  passed,
  type Act,
  type Chosen,
  type Model,
  type Move,
} from './application-machine.ts';
import { beforeHouse } from './house/seen.ts';
import { patience, stepsEach, walk, walks, wholeWay } from './machine.ts';

type People = Pick<Applicant, 'officer' | 'body'> & {
  db: Kysely<Database>;
  drained: (now: Date) => Promise<void>;
};
type World = People & { id: string; recruiter: Recruiter };
const reasons = { reasons: 'Licence confirmed with the authority, owners disclosed.' };
const answered = (outcome: 'upheld' | 'dismissed') => ({
  outcome,
  reasons: 'The scan does show the renewal in June.',
});

async function pay(world: World, now: Date) {
  const invoice = await world.db
    .selectFrom('invoice')
    .select('id')
    .where('application_id', '=', world.id)
    .where('status', '=', 'open')
    .executeTakeFirst();
  if (!invoice) return { ok: false };
  const transfer = { receivedOn: dayOf(now), amount: 100_000, reference: crypto.randomUUID() };
  return recordBankTransfer({ ...world.officer, now }, invoice.id, transfer);
}

async function decide(world: World, now: Date, outcome: 'upheld' | 'dismissed') {
  const appeal = await world.db
    .selectFrom('application_appeal')
    .select('id')
    .where('application_id', '=', world.id)
    .orderBy('lodged_at', 'desc')
    .executeTakeFirst();
  // Whoever decided one appeal of an application had a hand in it, and does not decide the next.
  const place = { kind: 'scheme', id: world.officer.actor.organisationId } as const;
  const actor = await aPerson(world.db, place, 'decider');
  const scope = { db: world.db, actor, now };
  return appeal ? decideAppeal(scope, appeal.id, answered(outcome)) : { ok: false };
}

async function save({ db, id, recruiter }: World, now: Date) {
  const seen = await db
    .selectFrom('application_answer')
    .select('revision')
    .where('application_id', '=', id)
    .where('question', '=', 'company_number')
    .executeTakeFirst();
  const answers = { company_number: now.toISOString() };
  return saveAnswers({ db, actor: recruiter, now }, id, {
    answers,
    seen: { company_number: seen?.revision ?? 0 },
  });
}

/** Does it for real. */
function doIt(world: World, act: Act, now: Date): Promise<{ ok: boolean }> {
  const { db, id, body } = world;
  const recruiter = { db, actor: world.recruiter, now };
  const officer = { ...world.officer, now };
  switch (act) {
    case 'save':
      return save(world, now);
    case 'submit':
      return submitApplication(recruiter, id);
    case 'pay':
      return pay(world, now);
    case 'defer':
      return deferApplication(officer, id, reasons);
    case 'reject':
      return rejectApplication(officer, id, reasons);
    case 'accept':
      return acceptApplication(officer, id, reasons);
    case 'engage':
      return engageAuditBody(recruiter, id, { auditBodyId: body.id });
    case 'withdraw':
      return withdrawApplication(recruiter, id);
    case 'discard':
      return discardDraft(recruiter, id);
    case 'appeal':
      return lodgeAppeal(recruiter, id, { grounds: 'The licence was renewed in June, as its scan shows.' });
    case 'uphold':
      return decide(world, now, 'upheld');
    case 'dismiss':
      return decide(world, now, 'dismissed');
  }
}

async function wait(world: World, now: Date) {
  const house = { db: world.db, now };
  await lapseApplications(house);
  await expireDeferrals(house);
  await discardIdleDrafts(house);
}

/** One step of both; whatever they say differently is told with the step. */
async function step(world: World, model: Model, move: Move): Promise<Model> {
  if ('forge' in move) {
    const forged = sql`update application set state = ${move.forge} where id = ${world.id}`.execute(world.db);
    await expect(forged, `${model.state} forged into ${move.forge}`).rejects.toThrow();
    return model;
  }
  const now = new Date(model.now.getTime() + ('wait' in move ? move.wait * 86_400_000 : 60_000));
  const before = { ...model, now };
  if ('wait' in move) await wait(world, now);
  const next = 'wait' in move ? passed(before) : expected(before, move.act);
  if ('act' in move) {
    const outcome = await doIt(world, move.act, now);
    expect(outcome.ok, `${move.act} in ${model.state}: ${JSON.stringify(outcome)}`).toBe(next !== undefined);
    if (move.act === 'submit' && model.state === 'draft')
      done(await declareReviewer({ ...world.officer, now }, world.id, noTies));
  }
  await world.drained(now);
  const row = await world.db
    .selectFrom('application')
    .select('state')
    .where('id', '=', world.id)
    .executeTakeFirstOrThrow();
  expect(row.state, `after ${JSON.stringify(move)} in ${model.state}`).toBe(next?.state ?? model.state);
  return { ...before, ...next };
}

function chosen(model: Model, move: Chosen): Move {
  if (!('onward' in move)) return move;
  const open = acts.filter((act) => act !== 'withdraw' && act !== 'discard' && expected(model, act));
  return { act: open[move.onward % open.length] ?? 'save' };
}

async function applicant(people: People, now: Date): Promise<World> {
  const { db } = people;
  const kind = 'recruiter';
  const place = {
    kind,
    id: await foundOrganisation({ db, now }, { kind, name: 'Himal', country: 'NP' }),
  } as const;
  const recruiter = await aPerson(db, place, 'recruiter');
  return { ...people, recruiter, id: await fill(db, recruiter, now) };
}

/** A forgery is tried only where no step leads. */
const moves = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ onward: fc.nat({ max: 11 }) }) },
    { weight: 4, arbitrary: fc.record({ act: fc.constantFrom(...acts) }) },
    { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 45 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ forge: fc.constantFrom<State>('certified', 'accepted', 'draft', 'engaged') }),
    },
  ),
  { minLength: walk, maxLength: walk },
);

test(
  `an application does what its machine says, for ${stepsEach} steps of people, days and forgers`,
  async ({ db, copy, mailer }) => {
    const { officer, body } = await anApplicant(db);
    const means = { db, mailer, origin: 'http://127.0.0.1:3000' };
    const drained = (now: Date) => drain(copy.pool, { ...means, clock: () => now });
    const seen = new Set<State>();
    await fc.assert(
      fc.asyncProperty(moves, async (walked) => {
        const now = new Date('2026-03-01T09:00:00Z');
        const world = await applicant({ db, officer, body, drained }, now);
        const today = dayOf(now);
        let model: Model = {
          ...{ state: 'draft', until: '', acceptedOn: '', rejectedOn: '', unsent: false },
          ...{ touchedOn: today, warnedFor: undefined, now },
        };
        for (const way of walked) {
          const move = chosen(model, way);
          if ('forge' in move && (leadsTo[model.state]?.includes(move.forge) || move.forge === model.state))
            continue;
          model = await step(world, model, move);
          seen.add(model.state);
        }
      }),
      // The first walk is the plain one: what chance alone leads to, a short run may miss.
      {
        numRuns: walks,
        endOnFailure: true,
        examples: [[[{ act: 'submit' }, { act: 'pay' }, { act: 'defer' }, { act: 'withdraw' }]]],
      },
    );
    // A walk that never leaves the draft would show nothing.
    const some: State[] = ['under_review', 'deferred', 'withdrawn'];
    // Sent and billed is one moment here.
    const all = beforeHouse.filter((state) => state !== 'submitted');
    expect([...seen]).toEqual(expect.arrayContaining(wholeWay ? [...all, ...some] : some));
  },
  patience,
);
