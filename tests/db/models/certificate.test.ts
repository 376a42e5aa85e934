import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { changeByFact } from '#app/features/certificates/facts/commands.server.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import { leaveCertificate } from '#app/features/certificates/exit/commands.server.ts';
import * as certificates from '#app/features/certificates/status-commands.server.ts';
import { recordEvent } from '#app/events/record.server.ts';
import type { Database } from '#db/client.server.ts';
import type { Officer, Recruiter } from '#app/platform/scope.ts';
import { appealed } from '#tests/support/factories/appeals.ts';
import { anApplication, aPerson } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { escalatedInTime } from '#tests/support/factories/late-findings.ts';
import { liftedByPanel } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

import {
  acts,
  appeals,
  byAppeal,
  byClock,
  byFact,
  byPerson,
  facts,
  after,
  goesOn,
  openWith,
  type Done,
  type Act,
  type Fact,
  type Model,
  type Move,
  type Status,
} from './certificate-machine.ts';
import { patience, stepsEach, walk, walks } from './machine.ts';

const note = 'The officer wrote down why, at some length.';
type Given = Awaited<ReturnType<typeof aCertificate>>;
type World = {
  given: Given;
  db: Kysely<Database>;
  id: string;
  organisationId: string;
  owner: Recruiter;
  judge: Officer;
};

function act({ db, given, id, owner }: World, what: Act, now: Date) {
  const scope = { db, actor: given.officer, now };
  switch (what) {
    case 'watch':
      return certificates.watchCertificate(scope, id, { reasonClass: 'special_audit', note });
    case 'clear':
      return certificates.clearCertificate(scope, id, { note });
    case 'suspend':
      return certificates.suspendCertificate(scope, id, { reasonClass: 'levy_unpaid', note });
    case 'lift':
      return certificates.liftSuspension(scope, id, { note });
    case 'lift_by_panel':
      return liftedByPanel({ db, certificateId: id, decider: given.decider, now });
    case 'leave':
      return leaveCertificate({ db, actor: owner, now }, 'suspend', { note });
    case 'withdraw':
      return certificates.withdrawCertificate(scope, id, { reasonClass: 'fraud', note });
  }
}

const actor = { kind: 'system' } as const;

const escalations = { late: 'suspension', too_late: 'withdrawal' } as const;

/** Records the fact and lets the certificate learn of it, twice: a delivery may be repeated. */
async function happen({ db, organisationId }: World, fact: Fact, now: Date) {
  const about = { actor, now, subject: crypto.randomUUID(), related: [organisationId] };
  const type = {
    ...{ major: 'finding.issued', critical: 'finding.issued' },
    ...{ late: 'finding.escalated', too_late: 'finding.escalated', licence: 'licence.suspended' },
  }[fact];
  if (fact === 'late' || fact === 'too_late')
    await escalatedInTime(db, { subject: about.subject, to: escalations[fact], at: now });
  await db.transaction().execute(async (trx) => {
    if (fact === 'licence')
      await recordEvent(trx, about, 'licence.suspended', { reasonClass: 'investigation' });
    else if (fact === 'major' || fact === 'critical')
      await recordEvent(trx, about, 'finding.issued', { grade: fact });
    else await recordEvent(trx, about, 'finding.escalated', { from: 'major', to: escalations[fact] });
  });
  const { id: factId } = await db
    .selectFrom('event')
    .select('id')
    .where('subject', '=', about.subject)
    .where('type', '=', type)
    .executeTakeFirstOrThrow();
  const learned = { organisationId, factId, occurredAt: now, fact: demandOf(fact) };
  const first = await changeByFact({ db }, learned);
  expect((await changeByFact({ db }, learned)).ok, 'the same fact again').toBe(false);
  return first;
}

function demandOf(fact: Fact) {
  switch (fact) {
    case 'major':
    case 'critical':
      return { cause: 'finding', grade: fact } as const;
    case 'late':
      return { cause: 'finding', escalatedTo: 'suspension' } as const;
    case 'too_late':
      return { cause: 'finding', escalatedTo: 'withdrawal' } as const;
    case 'licence':
      return { cause: 'licence' } as const;
  }
}

function nextOf(model: Model, move: Done) {
  if ('appeal' in move) return byAppeal(model, move.appeal);
  return 'act' in move ? byPerson(model, move.act) : byFact(model, move.fact);
}

function doneBy(world: World, move: Done, now: Date) {
  if ('appeal' in move) return appealed({ ...world, now }, move.appeal);
  return 'act' in move ? act(world, move.act, now) : happen(world, move.fact, now);
}

/** One step of both; whatever they say differently is told with the step. */
async function step(world: World, before: Model, move: Move): Promise<Model> {
  const { db, id } = world;
  if ('forge' in move) {
    if (move.forge === before.status) return before;
    const forged = sql`update certificate set status = ${move.forge}, since = now() where id = ${id}`.execute(
      db,
    );
    await expect(forged, `${before.status} forged into ${move.forge}`).rejects.toThrow();
    return before;
  }
  const now = new Date(before.now.getTime() + ('wait' in move ? move.wait * 86_400_000 : 60_000));
  let model: Model = { ...before, now };
  if ('wait' in move) {
    await runCertificateClock({ db, now });
    const told = byClock(model);
    const changed = told.status !== model.status;
    const open = changed ? openWith(model, told.status) : model.open;
    model = { ...model, ...told, since: changed ? now : model.since, open };
  } else {
    const next = nextOf(model, move);
    const outcome = await doneBy(world, move, now);
    expect(outcome.ok, `${JSON.stringify(move)} in ${model.status}: ${JSON.stringify(outcome)}`).toBe(
      next !== undefined,
    );
    if (next)
      model = {
        ...model,
        status: next,
        ...goesOn(model, move, { next, now }),
        ...after(model, move, next),
      };
  }
  const row = await db
    .selectFrom('certificate')
    .select(['status', 'since'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row, `after ${JSON.stringify(move)} in ${before.status}`).toEqual({
    ...{ status: model.status, since: model.since },
  });
  return model;
}

/** A certificate of a recruiter of its own, issued by the panel's warrant; the decision is a row as another room leaves it. */
async function issued(
  db: Kysely<Database>,
  given: Given,
  now: Date,
): Promise<World & { validUntil: string }> {
  const kind = 'recruiter';
  const agency = {
    kind,
    id: await foundOrganisation({ db, now }, { kind, name: 'Himal', country: 'NP' }),
  } as const;
  const startedBy = given.recruiter.accountId;
  const applicationId = await anApplication(db, { agency, body: given.body, startedBy });
  const decisionId = crypto.randomUUID();
  await db.connection().execute(async (one) => {
    await sql`set session_replication_role = replica`.execute(one);
    await sql`insert into certification_decision (id, matter_id, application_id, organisation_id, organisation_name, application_reference,
        outcome, reasons, decided_by, decided_at)
      select ${decisionId}, gen_random_uuid(), ${applicationId}, ${agency.id}, organisation_name, application_reference, 'granted', reasons,
        decided_by, decided_at from certification_decision limit 1`.execute(one);
    await sql`set session_replication_role = origin`.execute(one);
  });
  const application = await db
    .selectFrom('application')
    .innerJoin('scheme_version', 'scheme_version.id', 'application.scheme_version_id')
    .select(['application.id', 'organisation_id', 'scheme_version_id', 'audit_body_id', 'terms'])
    .select(['corridors', 'sectors', 'offices'])
    .where('application.id', '=', applicationId)
    .executeTakeFirstOrThrow();
  const warrant = { kind: 'initial', actor: given.decider, now, application, decisionId } as const;
  await db.transaction().execute((trx) => carryOut(trx, warrant));
  const certificate = await db
    .selectFrom('certificate')
    .select(['id', 'valid_until'])
    .where('organisation_id', '=', agency.id)
    .executeTakeFirstOrThrow();
  const owner = { ...(await aPerson(db, agency, 'recruiter')), owner: true };
  await sql`insert into registration (organisation_id, number, application_id, accepted_on, trading_names)
    values (${agency.id}, ${`LRN${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`}, ${applicationId}, '2026-03-01', '{}')`.execute(
    db,
  );
  const judge = await aPerson(db, { id: given.officer.organisationId, kind: 'scheme' }, 'officer');
  const world = { db, given, id: certificate.id, organisationId: agency.id, owner, judge };
  return { ...world, validUntil: certificate.valid_until };
}

/** What chance seldom does: of a withdrawal and its graver reason both are appealed against, the graver first. */
const [ends, undone] = [
  [{ fact: 'late' }, { fact: 'too_late' }, { act: 'withdraw' }],
  { appeal: 'upheld' },
] as const;
const graverUndone: Move[] = [...ends, undone, undone, undone];
const graverKept: Move[] = [...ends, { appeal: 'stayed_then_dismissed' }, undone, undone];

const moves = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ act: fc.constantFrom(...acts.filter((one) => one !== 'withdraw')) }),
    },
    { weight: 3, arbitrary: fc.record({ appeal: fc.constantFrom(...appeals) }) },
    { weight: 4, arbitrary: fc.record({ fact: fc.constantFrom(...facts) }) },
    { weight: 5, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 70 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({ forge: fc.constantFrom<Status>('active', 'suspended', 'withdrawn') }),
    },
    { weight: 1, arbitrary: fc.constant({ act: 'withdraw' as const }) },
  ),
  { minLength: walk, maxLength: walk },
);

test(
  `a certificate does what its machine says, for ${stepsEach} steps of people, facts, days and forgers`,
  async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const seen = new Set<Status>();
    await fc.assert(
      fc.asyncProperty(moves, async (walked) => {
        const now = new Date('2026-03-01T09:00:00Z');
        const { validUntil, ...world } = await issued(db, given, now);
        let model: Model = {
          status: 'active',
          now,
          since: now,
          validUntil,
          gravity: 0,
          announced: undefined,
          open: [],
        };
        for (const move of walked) {
          model = await step(world, model, move);
          seen.add(model.status);
        }
      }),
      // The first walk is the plain one: what chance alone leads to, a short run may miss.
      {
        numRuns: walks,
        endOnFailure: true,
        examples: [
          [[{ act: 'watch' }, { act: 'suspend' }, { act: 'withdraw' }]],
          [graverUndone],
          [graverKept],
        ],
      },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['active_under_watch', 'suspended', 'withdrawn']));
  },
  patience,
);
