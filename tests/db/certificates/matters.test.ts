import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { askForLift } from '#app/features/certificates/decisions/commands/ask-lift.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { dropEnded } from '#app/features/certificates/decisions/commands/drop-matter.server.ts';
import { openForAudit } from '#app/features/certificates/decisions/commands/open-matter.server.ts';
import { findPackage } from '#app/features/certificates/decisions/package.server.ts';
import { listOpen } from '#app/features/certificates/decisions/queries.server.ts';
import { runCertificateClock } from '#app/features/certificates/clock/commands.server.ts';
import {
  liftSuspension,
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  ownSuspension,
  refusal,
  suspension,
} from '#tests/support/factories/certificates.ts';
import { aGraveFinding } from '#tests/support/factories/late-findings.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const no = (name: string) => ({ ok: false, refusal: name });
const on = (day: string) => new Date(`${day}T09:00:00Z`);
const note = 'Every worker was paid back, and the team saw the receipts.';
type Given = Awaited<ReturnType<typeof aCertificate>>;

const certificates = ({ db }: Given) =>
  db
    .selectFrom('certificate')
    .select(['status', 'kind', 'valid_until', 'cycle_from'])
    .orderBy('number')
    .execute();
const auditStates = ({ db }: Given) =>
  db.selectFrom('audit').select(['type', 'state']).where('certificate_id', 'is not', null).execute();
const matters = ({ db }: Given) =>
  db
    .selectFrom('decision_matter')
    .select(['kind', 'state'])
    .where('kind', '<>', 'initial')
    .orderBy('opened_at')
    .orderBy('kind')
    .execute();

/** A member of the panel declares and votes on a day. */
async function voteOn(given: Given, day: string, form: typeof grant | typeof refusal) {
  const scope = { db: given.db, actor: given.decider, now: on(day) };
  const id = await matterOf(given.db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  return castVote(scope, id, await ballotOn(scope, id, form));
}

describe('a recertification audit that is ready', () => {
  test('comes before the panel, and granted brings the certificate of the next cycle', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    await aReadyAudit(given, 'recertification', '2028-10-01');
    await work();
    const scope = { db, actor: given.decider, now: on('2028-10-10') };
    expect(await listOpen(scope)).toMatchObject([
      { kind: 'recertification', certificate: given.number, dueOn: '2028-10-31', voted: false },
    ]);
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(scope, id, noInterest));
    const { contents } = (await findPackage(scope, id)) ?? {};
    expect(contents?.audits.map(({ type }) => type)).toEqual(['recertification']);
    done(await castVote(scope, id, await ballotOn(scope, id, grant)));
    await work();
    expect(await certificates(given)).toMatchObject([
      { status: 'superseded', valid_until: '2029-02-28' },
      { status: 'active', kind: 'recertification', valid_until: '2032-02-28', cycle_from: '2029-03-01' },
    ]);
    expect(await auditStates(given)).toEqual([{ type: 'recertification', state: 'closed' }]);
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects).toContain('Decide about the recertification of Himal Workforce by 31 October 2028');
    expect(subjects).toContain('Your certificate is renewed');
  });

  test('refused leaves the certificate to run to its end, and says why', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    await aReadyAudit(given, 'recertification', '2028-10-01');
    await work();
    done(await voteOn(given, '2028-10-10', refusal));
    await work();
    expect(await certificates(given)).toMatchObject([{ status: 'active', valid_until: '2029-02-28' }]);
    expect(await auditStates(given)).toEqual([{ type: 'recertification', state: 'closed' }]);
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Your certificate is not renewed');
  });

  test('opens one matter, however often it is told', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const auditId = await aReadyAudit(given, 'recertification', '2028-10-01');
    await work();
    expect(await openForAudit({ db, now: on('2028-10-02') }, auditId)).toEqual(no('already_open'));
    expect(await openForAudit({ db, now: on('2028-10-02') }, given.auditId)).toEqual(no('not_ready'));
    expect(await matters(given)).toEqual([{ kind: 'recertification', state: 'open' }]);
  });

  test('too late to be decided in time waits as a restoration, which its own months end', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    await aReadyAudit(given, 'recertification', '2029-02-20');
    await work();
    await runCertificateClock({ db, now: on('2029-03-01') });
    await work();
    expect(await matters(given)).toEqual([
      { kind: 'recertification', state: 'dropped' },
      { kind: 'restoration', state: 'open' },
    ]);
    expect(await auditStates(given)).toEqual([{ type: 'recertification', state: 'ready_for_decision' }]);
    expect(await voteOn(given, '2029-08-29', grant)).toEqual(no('too_late'));
    expect((await matters(given)).at(-1)).toEqual({ kind: 'restoration', state: 'dropped' });
  });

  test('after the end is restored from the old end', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await aReadyAudit(given, 'recertification', '2029-04-20');
    await work();
    done(await voteOn(given, '2029-05-01', grant));
    await work();
    expect(await certificates(given)).toMatchObject([
      { status: 'superseded' },
      { status: 'active', kind: 'restoration', valid_until: '2032-02-28' },
    ]);
  });
});

describe('a suspension', () => {
  test('for what was done to workers goes to the panel on an officer’s request, who does not vote', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    done(await suspendCertificate(officer, given.certificateId, suspension));
    expect(await liftSuspension(officer, given.certificateId, { note })).toEqual(no('panel_lifts'));
    done(await askForLift(officer, given.certificateId, { note }));
    expect(await askForLift(officer, given.certificateId, { note })).toEqual(no('already_open'));
    const id = await matterOf(db, given.applicationId);
    await pastRules(db, (one) =>
      sql`update decision_matter set asked_by = ${given.decider.accountId} where id = ${id}`.execute(one),
    );
    expect(await findPackage(given.as(given.decider), id)).toMatchObject({ refusal: 'put_by_you' });
    await pastRules(db, (one) =>
      sql`update decision_matter set asked_by = ${given.officer.accountId} where id = ${id}`.execute(one),
    );
    done(await voteOn(given, '2026-04-01', grant));
    await work();
    expect(await certificates(given)).toMatchObject([{ status: 'active' }]);
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Your suspension is lifted');
  });

  test('is not asked for over a grave finding of its holder, under whatever application', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    done(await suspendCertificate(officer, given.certificateId, suspension));
    const { finding } = await aGraveFinding(given, { grade: 'major', state: 'awaiting_cap' }, '2026-02-20');
    const other = crypto.randomUUID();
    await pastRules(db, (one) =>
      sql`update finding set application_id = ${other} where id = ${finding}`.execute(one),
    );
    expect(await askForLift(officer, given.certificateId, { note })).toEqual(no('grave_findings'));
    await pastRules(db, (one) =>
      sql`update finding set state = 'withdrawn', withdrawn_at = '2026-03-10', withdrawal_reason = 'It was another firm.'
        where id = ${finding}`.execute(one),
    );
    done(await askForLift(officer, given.certificateId, { note }));
  });

  test('that papers end is lifted by an officer alone', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    done(await suspendCertificate(officer, given.certificateId, ownSuspension));
    expect(await askForLift(officer, given.certificateId, { note })).toEqual(no('officer_lifts'));
    done(await liftSuspension(officer, given.certificateId, { note }));
  });

  test('comes before the panel by its follow-up audit; refused it stays', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    await aReadyAudit(given, 'follow_up', '2026-04-10');
    await work();
    expect(await matters(given)).toEqual([{ kind: 'lift', state: 'open' }]);
    done(await voteOn(given, '2026-04-20', refusal));
    await work();
    expect(await certificates(given)).toMatchObject([{ status: 'suspended' }]);
    expect(await auditStates(given)).toEqual([{ type: 'follow_up', state: 'closed' }]);
    expect(mailer.sent.map(({ subject }) => subject)).toContain('Your suspension stays');
  });

  test('that nobody has is not decided by a follow-up audit: it closes', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await aReadyAudit(given, 'follow_up', '2026-04-10');
    await aReadyAudit(given, 'surveillance', '2026-04-11');
    await work();
    expect(await matters(given)).toEqual([]);
    expect((await auditStates(given)).map(({ state }) => state)).toEqual(['closed', 'closed']);
  });
});

describe('a certificate withdrawn while the panel has it', () => {
  test('is refused in words, the matter is dropped and its audit closed', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await aReadyAudit(given, 'recertification', '2028-10-01');
    await work();
    const scope = { db, actor: given.decider, now: on('2028-10-10') };
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(scope, id, noInterest));
    const ballot = await ballotOn(scope, id, grant);
    const officer = { db, actor: given.officer, now: on('2028-10-11') };
    done(await withdrawCertificate(officer, given.certificateId, { reasonClass: 'fraud', note }));
    expect(await castVote(scope, id, ballot)).toEqual(no('withdrawn'));
    expect(await castVote(scope, id, ballot)).toEqual(no('matter_dropped'));
    expect(await dropEnded({ db, now: scope.now }, id)).toEqual(no('matter_dropped'));
    await work();
    expect(await matters(given)).toEqual([{ kind: 'recertification', state: 'dropped' }]);
    expect(await auditStates(given)).toEqual([{ type: 'recertification', state: 'closed' }]);
    expect(await db.selectFrom('decision_vote').select('id').execute()).toHaveLength(1);
  });
});

describe('in SQL', () => {
  const matter = (kind: string, more: string) => `
    insert into decision_matter (kind, application_id, certificate_id, organisation_id, about, quorum, opened_at, due_on${more
      .split('=')
      .slice(0, 1)
      .map((column) => (column === '' ? '' : `, ${column}`))
      .join('')})
    select '${kind}', application_id, id, organisation_id, 'Put right and seen by the team.', 1, '2026-04-01', '2026-05-01'${
      more === '' ? '' : `, ${more.split('=')[1] ?? ''}`
    } from certificate`;

  test('a matter rests on its audit or its officer, and on a certificate as it stands', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const by = (account: { accountId: string }) => `asked_by='${account.accountId}'`;
    for (const [statement, reason] of [
      [matter('recertification', ''), 'decision_matter_ground'],
      [matter('recertification', `audit_id='${given.auditId}'`), 'rests on an audit that is ready'],
      [matter('restoration', `audit_id='${given.auditId}'`), 'does not stand so that this is asked'],
      [matter('lift', by(given.officer)), 'does not stand so that this is asked'],
      [matter('scope_extension', `audit_id='${given.auditId}'`), /rests on an audit|decision_matter_ground/],
    ] as const)
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    const forged = sql.raw(matter('lift', by(given.lead)));
    await expect(forged.execute(db)).rejects.toThrow('an officer without a tie');
  });

  test('what the panel granted is done with its decision', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    done(await suspendCertificate(given.as(given.officer), given.certificateId, suspension));
    done(await askForLift(given.as(given.officer), given.certificateId, { note }));
    const scope = given.as(given.decider);
    const id = await matterOf(db, given.applicationId);
    done(await declareInterest(scope, id, noInterest));
    const forged = `
      insert into decision_package (sha256, matter_id, content, kept_at)
        values (decision_package_sha256('${id}'), '${id}', decision_package_text('${id}'), now());
      insert into decision_vote (matter_id, account_id, vote, reasons, package_sha256, cast_at)
        select '${id}', '${scope.actor.accountId}', 'grant', 'Everything was found in order.', decision_package_sha256('${id}'), now();
      insert into certification_decision (matter_id, kind, application_id, organisation_id, organisation_name, application_reference,
        outcome, reasons, decided_by, decided_at, package_sha256)
      select m.id, 'lift', m.application_id, m.organisation_id, 'Himal Workforce', 'APP-00001', 'granted', 'Everything was found in order.',
        '${scope.actor.accountId}', now(), decision_package_sha256(m.id) from decision_matter m where m.id = '${id}';
      update decision_matter set state = 'decided', closed_at = now() where id = '${id}'`;
    await expect(sql.raw(forged).execute(db)).rejects.toThrow('is done with its decision');
    const lifted = `
      update certificate set status = 'active', reason_class = null, since = '2026-03-02';
      insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
        select id, 'reinstated', 'active', 'Written past every rule.', '${given.officer.accountId}', '2026-03-02' from certificate`;
    await expect(sql.raw(lifted).execute(db)).rejects.toThrow('lifted by the panel');
  });
});
