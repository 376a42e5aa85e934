import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { carryOrders } from '#app/features/audits/programme/commands/carry-orders.server.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { drawAudits } from '#app/features/audits/programme/draws/commands.server.ts';
import { proposeAudit } from '#app/features/audits/programme/proposals/commands.server.ts';
import { findProposal, listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { listProgramme } from '#app/features/audits/programme/queries.server.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import { clearCertificate, watchCertificate } from '#app/features/certificates/status-commands.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import { declareLicence } from '#app/features/licences/commands.server.ts';
import { listHistory } from '#app/features/register/history.server.ts';
import type { Auditor, Reviewer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';
import { cancelling, aPerson, aPlace, approved, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { licenceForm } from '#tests/support/factories/licences.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;
const at = (day: string) => new Date(`${day}T09:00:00Z`);
const note = 'The officer wrote down why, at some length.';
const grounds = 'Two workers wrote that their passports were taken.';
const complaint = {
  type: 'special',
  trigger: 'critical_complaint',
  noticeType: 'unannounced',
  grounds,
} as const;
const accepted = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };
const all = { type: '', notice: '', page: 1 };

/** Another audit body takes the certificate over, on the day all the rest happens. */
async function transferred(given: Given) {
  const other = await aPlace(given.db, 'audit_body', 'Lantern Audits');
  await approved(given.db, other.id, given.officer);
  const reviewer: Reviewer = await aPerson(given.db, other, 'reviewer', 'Ines Duarte');
  const auditor = await aPerson(given.db, other, 'auditor', 'Tomas Reis');
  const asked = { body: other.id, grounds: 'The new body has auditors who speak Maithili.' };
  done(await askForTransfer(given.as(given.recruiter), asked));
  const [task] = await listTransferTasks(given.as(reviewer));
  done(await reviewed(given.as(reviewer), task?.id ?? '', accepted));
  return { other, auditor, next: await nextOf(given) };
}

const nextOf = async ({ db, certificateId }: Given) =>
  db
    .selectFrom('certificate')
    .select(['id', 'number', 'status', 'reason_class'])
    .where('previous_id', '=', certificateId)
    .executeTakeFirstOrThrow();

type Renewal = { kind: 'recertification' | 'restoration'; audited: string; day: string };
const inTime: Renewal = { kind: 'recertification', audited: '2028-10-01', day: '2028-12-01' };

/** The panel grants the next cycle, in time or after the end. */
async function renewed(given: Given, { kind, audited, day }: Renewal) {
  const { db, certificateId, decider } = given;
  await aReadyAudit(given, 'recertification', audited);
  const decisionId = crypto.randomUUID();
  await pastRules(db, (one) =>
    sql`insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, gen_random_uuid(), ${kind}, application_id, organisation_id, organisation_name,
        application_reference, 'granted', reasons, ${decider.accountId}, ${at(day)} from certification_decision limit 1`.execute(
      one,
    ),
  );
  const warrant = { actor: decider, now: at(day), certificateId, decisionId };
  done(await db.transaction().execute((trx) => carryOut(trx, { kind, ...warrant })));
  return nextOf(given);
}
const recertified = (given: Given) => renewed(given, inTime);

const orders = async (db: Kysely<Database>) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['certificate_id', 'carried_from', 'dropped_at', 'audit_id', 'due_on'])
    .where('reason', '=', 'ordered')
    .execute();

describe('with another audit body', () => {
  test('what was ordered goes on, told to the new body alone; the cycle begins anew', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const form = { ...complaint, dueOn: '2026-04-01' };
    const { id } = done(await orderAudit(given.as(given.officer), given.certificateId, form));
    await work();
    mailer.sent.length = 0;
    const { next, auditor } = await transferred(given);
    await work();
    expect(await orders(db)).toEqual([
      {
        ...{ certificate_id: next.id, carried_from: given.certificateId, due_on: '2026-04-01' },
        ...{ dropped_at: null, audit_id: null },
      },
    ]);
    const letters = mailer.sent.filter(({ subject }) => subject.startsWith('Special audit'));
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain(`holds certificate ${next.number}`);
    const seen = async (actor: Auditor) =>
      (await listProgramme({ db, actor, now: given.as(given.officer).now }, all)).entries.map(
        ({ type }) => type,
      );
    expect(await seen(given.lead)).toEqual([]);
    expect(await seen(auditor)).toEqual(['special', 'surveillance', 'surveillance', 'recertification']);
    // Each of the facts may be delivered again, in whichever order.
    const house = { db, actor: { kind: 'system' }, now: at('2026-03-02') } as const;
    for (const certificateId of [given.certificateId, next.id])
      expect(await carryOrders(house, certificateId)).toEqual({ ok: true, value: 0 });
    expect((await orders(db)).map((order) => order.certificate_id)).toEqual([next.id]);
    expect(id).toBeTruthy();
  });

  test('what was proposed or drawn is ordered of the new certificate, once', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    const { id: licenceId } = done(await declareLicence(given.as(given.recruiter), licenceForm));
    done(await proposeAudit(officer, { certificateId: given.certificateId, licenceId }));
    done(await drawAudits(officer, { measure: 'number', size: 1 }));
    const { next } = await transferred(given);
    await work();
    const tasks = await listProposalTasks(officer);
    expect(tasks.map(({ about }) => about)).toEqual([next.number, next.number]);
    expect(await findProposal(officer, tasks[0]?.id ?? '')).toMatchObject({ certificateId: next.id });
    done(await proposeAudit(officer, { certificateId: next.id, licenceId }));
    expect(await listProposalTasks(officer)).toHaveLength(2);
    const dueOn = { ...complaint, dueOn: '2026-06-01' };
    done(await orderAudit(officer, next.id, { ...dueOn, trigger: 'licence_sanction' }));
    done(await orderAudit(officer, next.id, { ...dueOn, trigger: 'random_draw', dueOn: '2026-06-02' }));
    expect(await listProposalTasks(officer)).toEqual([]);
    expect(await orderAudit(officer, next.id, { ...dueOn, trigger: 'random_draw' })).toMatchObject({
      refusal: 'not_drawn',
    });
  });

  test('a watch goes on, and an officer ends it as any other', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    done(await watchCertificate(officer, given.certificateId, { reasonClass: 'special_audit', note }));
    const { next } = await transferred(given);
    expect(next).toMatchObject({ status: 'active_under_watch', reason_class: 'special_audit' });
    const { number } = await db.selectFrom('registration').select('number').executeTakeFirstOrThrow();
    const told = (await listHistory(officer, number)).map(({ status }) => status);
    expect(told).toEqual(['certified_under_watch', 'certified_under_watch', 'certified', 'applicant']);
    done(await clearCertificate(officer, next.id, { note }));
    expect((await nextOf(given)).status).toBe('active');
  });

  test('in SQL none is carried that was not, and none is shed', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const officer = given.as(given.officer);
    const carried = (id: string) =>
      sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
        select id, 'carried', 'active_under_watch', 'special_audit', 'Written past every rule.', ${given.officer.accountId}, since
        from certificate where id = ${id}`;
    await expect(carried(given.certificateId).execute(db)).rejects.toThrow('no such watch was carried over');
    done(await watchCertificate(officer, given.certificateId, { reasonClass: 'special_audit', note }));
    await sql`create function shed() returns trigger language plpgsql as $$ begin
      if new.action = 'carried' then return null; end if; return new; end $$`.execute(db);
    await sql`create function unwatched() returns trigger language plpgsql as $$ begin
      if new.status = 'active_under_watch' then return null; end if; return new; end $$`.execute(db);
    await sql`create trigger shed before insert on certificate_status for each row execute function shed()`.execute(
      db,
    );
    await sql`create trigger unwatched before update on certificate for each row execute function unwatched()`.execute(
      db,
    );
    await expect(transferred(given)).rejects.toThrow('the watch it was under goes on');
  });
});

describe('in the next cycle', () => {
  test('what was ordered on a cause goes on, what was regular is dropped', async ({ db, work, mailer }) => {
    const given = await aCertificate(db, work);
    const officer = { ...given.as(given.officer), now: at('2028-11-01') };
    done(await orderAudit(officer, given.certificateId, { ...complaint, dueOn: '2028-11-20' }));
    await work();
    mailer.sent.length = 0;
    const next = await recertified(given);
    await work();
    expect(await orders(db)).toMatchObject([
      { certificate_id: next.id, carried_from: given.certificateId, dropped_at: null },
    ]);
    // The same body knows it already.
    expect(mailer.sent.filter(({ subject }) => subject.startsWith('Special audit'))).toEqual([]);
    const regular = await db
      .selectFrom('audit_programme_entry')
      .select('dropped_at')
      .where('certificate_id', '=', given.certificateId)
      .execute();
    expect(regular.length).toBeGreaterThan(0);
    expect(regular.filter(({ dropped_at }) => dropped_at === null)).toEqual([]);
  });

  test('after its end too: restored, it has its orders again and a programme of its own', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const officer = { ...given.as(given.officer), now: at('2029-01-10') };
    done(await orderAudit(officer, given.certificateId, { ...complaint, dueOn: '2029-02-20' }));
    await work();
    const next = await renewed(given, { kind: 'restoration', audited: '2029-03-20', day: '2029-04-01' });
    await work();
    expect(await orders(db)).toMatchObject([
      { certificate_id: next.id, carried_from: given.certificateId, dropped_at: null, due_on: '2029-02-20' },
    ]);
    const cycle = await db
      .selectFrom('audit_programme_entry')
      .select(['type', 'dropped_at'])
      .where('certificate_id', '=', next.id)
      .where('reason', '<>', 'ordered')
      .execute();
    expect(cycle.map(({ type }) => type)).toContain('recertification');
    expect(cycle.filter(({ dropped_at }) => dropped_at !== null)).toEqual([]);
  });

  test('an audit under way is finished where it began; cancelled, it is to be scheduled for the new one', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const officer = { ...given.as(given.officer), now: at('2028-11-01') };
    const form = { ...complaint, dueOn: '2028-11-20' };
    const { id } = done(await orderAudit(officer, given.certificateId, form));
    const lead = { ...given.as(given.lead), now: at('2028-11-02') };
    const audit = done(await scheduleProgrammeAudit(lead, id, { colleagues: [] }));
    const next = await recertified(given);
    await work();
    expect(await orders(db)).toMatchObject([
      { certificate_id: given.certificateId, dropped_at: null, audit_id: audit.id },
    ]);
    done(await cancelAudit({ ...lead, now: at('2028-12-02') }, audit.id, cancelling));
    await work();
    expect(await orders(db)).toMatchObject([{ certificate_id: next.id, audit_id: null }]);
    done(await scheduleProgrammeAudit({ ...lead, now: at('2028-12-03') }, id, { colleagues: [] }));
  });

  test('raw SQL neither drops an order nor carries one elsewhere or a regular audit', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const officer = { ...given.as(given.officer), now: at('2028-11-01') };
    done(await orderAudit(officer, given.certificateId, { ...complaint, dueOn: '2028-11-20' }));
    const early = sql`update audit_programme_entry set carried_from = certificate_id where reason = 'ordered'`;
    await expect(early.execute(db)).rejects.toThrow('carried over as it is');
    const next = await recertified(given);
    const shed = sql`update audit_programme_entry set dropped_at = now() where reason = 'ordered'`;
    await expect(shed.execute(db)).rejects.toThrow('carried over, not dropped');
    const moved = (to: string, which: string) =>
      sql.raw(
        `update audit_programme_entry set certificate_id = '${to}', carried_from = certificate_id where ${which}`,
      );
    await expect(moved(next.id, `type = 'recertification'`).execute(db)).rejects.toThrow(
      'carried over as it is',
    );
    await work();
    await expect(moved(given.certificateId, `reason = 'ordered'`).execute(db)).rejects.toThrow(
      'to the certificate that took the place',
    );
  });
});
