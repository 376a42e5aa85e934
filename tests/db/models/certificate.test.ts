import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { foundOrganisation } from '#app/features/accounts/commands.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import { changeByFact } from '#app/features/certificates/facts/commands.server.ts';
import type { Certificate } from '#app/features/certificates/model.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import * as certificates from '#app/features/certificates/status-commands.server.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { addDays, addMonths, dayOf } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { anApplication } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { liftedByPanel } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

import { patience, stepsEach, walk, walks } from './machine.ts';

type Status = Certificate['status'];
/** What is known of a certificate without looking: the machine in its own words. */
type Model = {
  status: Status;
  now: Date;
  since: Date;
  validUntil: string;
  /** Of a suspension: whether what led to it is for the panel to look at. */
  grave: boolean;
  /** Of a suspension: the first day the clock may withdraw, once it was told. */
  announced: string | undefined;
};

const acts = ['watch', 'clear', 'suspend', 'lift', 'lift_by_panel', 'withdraw'] as const;
const facts = ['major', 'critical', 'late', 'too_late', 'licence'] as const;
type Act = (typeof acts)[number];
type Fact = (typeof facts)[number];
type Move = { act: Act } | { fact: Fact } | { wait: number } | { forge: Status };

const inForce = (status: Status) => status === 'active' || status === 'active_under_watch';
const over = ({ now, validUntil }: Model) => dayOf(now) > validUntil;

function byPerson(model: Model, act: Act): Status | undefined {
  switch (act) {
    case 'watch':
      return model.status === 'active' ? 'active_under_watch' : undefined;
    case 'clear':
      return model.status === 'active_under_watch' ? 'active' : undefined;
    case 'suspend':
      return inForce(model.status) ? 'suspended' : undefined;
    case 'lift':
      return model.status === 'suspended' && !over(model) && !model.grave ? 'active' : undefined;
    case 'lift_by_panel':
      return model.status === 'suspended' && !over(model) ? 'active' : undefined;
    case 'withdraw':
      return model.status === 'withdrawn' ? undefined : 'withdrawn';
  }
}

function byFact(model: Model, fact: Fact): Status | undefined {
  if (over(model)) return undefined;
  if (fact === 'major') return model.status === 'active' ? 'active_under_watch' : undefined;
  if (fact === 'too_late' && model.status === 'suspended') return 'withdrawn';
  return inForce(model.status) ? 'suspended' : undefined;
}

/** The nightly run: withdraws as it was told, else tells; months of grace, and seven days from the first word. */
function byClock(model: Model): Pick<Model, 'status' | 'announced'> {
  const { status, announced } = model;
  const today = dayOf(model.now);
  const due = addMonths(dayOf(model.since), 6);
  if (status !== 'suspended' || over(model) || due > model.validUntil) return { status, announced };
  if (announced) return announced <= today ? { status: 'withdrawn', announced } : { status, announced };
  if (due > addDays(today, 7)) return { status, announced };
  return { status, announced: due > addDays(today, 7) ? due : addDays(today, 7) };
}

const note = 'The officer wrote down why, at some length.';
type Given = Awaited<ReturnType<typeof aCertificate>>;
type World = { given: Given; db: Kysely<Database>; id: string; organisationId: string };

function act({ db, given, id }: World, what: Act, now: Date) {
  const scope = { db, actor: given.officer, now };
  switch (what) {
    case 'watch':
      return certificates.watchCertificate(scope, id, { reasonClass: 'special_audit', note });
    case 'clear':
      return certificates.clearCertificate(scope, id, { note });
    case 'suspend':
      return certificates.suspendCertificate(scope, id, { reasonClass: 'own_request', note });
    case 'lift':
      return certificates.liftSuspension(scope, id, { note });
    case 'lift_by_panel':
      return liftedByPanel({ db, certificateId: id, decider: given.decider, now });
    case 'withdraw':
      return certificates.withdrawCertificate(scope, id, { reasonClass: 'own_request', note });
  }
}

const actor = { kind: 'system' } as const;

/** Records the fact and lets the certificate learn of it, twice: a delivery may be repeated. */
async function happen({ db, organisationId }: World, fact: Fact, now: Date) {
  const about = { actor, now, subject: crypto.randomUUID(), related: [organisationId] };
  const type = {
    ...{ major: 'finding.issued', critical: 'finding.issued' },
    ...{ late: 'finding.escalated', too_late: 'finding.escalated', licence: 'licence.suspended' },
  }[fact];
  await db.transaction().execute(async (trx) => {
    if (fact === 'licence')
      await recordEvent(trx, about, 'licence.suspended', { reasonClass: 'investigation' });
    else if (fact === 'major' || fact === 'critical')
      await recordEvent(trx, about, 'finding.issued', { grade: fact });
    else {
      const to = fact === 'late' ? 'suspension' : 'withdrawal';
      await recordEvent(trx, about, 'finding.escalated', { from: 'major', to });
    }
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
    const after = byClock(model);
    model = { ...model, ...after, since: after.status === model.status ? model.since : now };
  } else {
    const next = 'act' in move ? byPerson(model, move.act) : byFact(model, move.fact);
    const outcome = 'act' in move ? await act(world, move.act, now) : await happen(world, move.fact, now);
    expect(outcome.ok, `${JSON.stringify(move)} in ${model.status}: ${JSON.stringify(outcome)}`).toBe(
      next !== undefined,
    );
    const grave = 'fact' in move && move.fact !== 'licence';
    if (next) model = { ...model, status: next, since: now, grave, announced: undefined };
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
  return { db, given, id: certificate.id, organisationId: agency.id, validUntil: certificate.valid_until };
}

const moves = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ act: fc.constantFrom(...acts.filter((one) => one !== 'withdraw')) }),
    },
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
          grave: false,
          announced: undefined,
        };
        for (const move of walked) {
          model = await step(world, model, move);
          seen.add(model.status);
        }
      }),
      { numRuns: walks, endOnFailure: true },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['active_under_watch', 'suspended', 'withdrawn']));
  },
  patience,
);
