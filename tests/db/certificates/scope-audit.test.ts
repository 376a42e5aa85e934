import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import {
  findOpenRequest,
  listExtensionTasks,
  listOwnRequests,
} from '#app/features/certificates/extension/queries.server.ts';
import {
  dropScopeAudit,
  orderScopeAudit,
} from '#app/features/audits/programme/commands/order-scope-audit.server.ts';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import { done, now } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  refusal,
} from '#tests/support/factories/certificates.ts';
import { aReadyAudit } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const asked = {
  corridors: ['NP-JP'],
  sectors: [],
  offices: ['Biratnagar'],
  grounds: 'We opened an office in Biratnagar and hold the licence for Japan.',
};
const answer = 'The new office has to be seen, and workers of the new corridor heard.';
const needed = { outcome: 'audit_needed' as const, answer, dueOn: '2026-06-30' };
const on = (day: string) => new Date(`${day}T09:00:00Z`);
const no = (name: string) => ({ ok: false, refusal: name });
type Given = Awaited<ReturnType<typeof aCertificate>>;

const entries = ({ db }: Given) =>
  db
    .selectFrom('audit_programme_entry')
    .select(['id', 'type', 'due_on', 'request_id', 'dropped_at', 'grounds'])
    .where('type', '=', 'scope_extension')
    .execute();
const versions = ({ db }: Given) =>
  db
    .selectFrom('certificate_version')
    .select(['version', 'action', 'corridors'])
    .orderBy('version')
    .execute();

async function auditOrdered(given: Given, work: () => Promise<void>) {
  done(await askForExtension(given.as(given.recruiter), asked));
  done(await answerExtension(given.as(given.officer), given.certificateId, needed));
  await work();
  const [entry] = await entries(given);
  return entry?.id ?? '';
}

async function voteOn(given: Given, form: typeof grant | typeof refusal) {
  const scope = { db: given.db, actor: given.decider, now: on('2026-06-20') };
  const id = await matterOf(given.db, given.applicationId);
  done(await declareInterest(scope, id, noInterest));
  return castVote(scope, id, await ballotOn(scope, id, form));
}

describe('a wider scope that takes an audit', () => {
  test('is ordered, audited, put before the panel and a version the moment it is granted', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const entryId = await auditOrdered(given, work);
    expect(await entries(given)).toMatchObject([{ due_on: '2026-06-30', grounds: answer, dropped_at: null }]);
    expect(await listExtensionTasks(given.as(given.officer))).toEqual([]);
    expect(await listOwnRequests(given.as(given.recruiter))).toMatchObject([{ state: 'audit_needed' }]);
    const early = { outcome: 'extended' as const, answer };
    expect(await answerExtension(given.as(given.officer), given.certificateId, early)).toEqual(
      no('panel_extends'),
    );
    await aReadyAudit({ ...given, entryId }, 'scope_extension', '2026-06-10');
    await work();
    const [matter] = await db
      .selectFrom('decision_matter')
      .select(['kind', 'about', 'request_id'])
      .where('state', '=', 'open')
      .execute();
    expect(matter).toMatchObject({ kind: 'scope_extension', about: expect.stringContaining('Biratnagar') });
    const refusing = { outcome: 'refused' as const, answer };
    expect(await answerExtension(given.as(given.officer), given.certificateId, refusing)).toEqual(
      no('with_the_panel'),
    );
    done(await voteOn(given, grant));
    await work();
    expect((await versions(given)).at(-1)).toMatchObject({ version: 2, action: 'extended' });
    const seen = done(await findByCertificate({ db, now: on('2026-06-21') }, given.number));
    expect(seen.record.certificate?.corridors).toContain('NP-JP');
    expect(await listOwnRequests(given.as(given.recruiter))).toMatchObject([{ state: 'extended' }]);
    const { state } = await db
      .selectFrom('audit')
      .select('state')
      .where('type', '=', 'scope_extension')
      .executeTakeFirstOrThrow();
    expect(state).toBe('closed');
    const subjects = mailer.sent.map(({ subject }) => subject);
    expect(subjects).toContain(`An audit comes before the wider scope of certificate ${given.number}`);
    expect(subjects).toContain('Your certificate covers more');
  });

  test('refused by the panel is closed with its reasons, and the scope stays', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const entryId = await auditOrdered(given, work);
    await aReadyAudit({ ...given, entryId }, 'scope_extension', '2026-06-10');
    await work();
    done(await voteOn(given, refusal));
    await work();
    expect(await versions(given)).toHaveLength(1);
    expect(await listOwnRequests(given.as(given.recruiter))).toMatchObject([
      { state: 'refused', answer: refusal.reasons },
    ]);
    done(await askForExtension(given.as(given.recruiter), asked));
  });

  test('refused by an officer before its audit is audited by nobody', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await auditOrdered(given, work);
    const { id: requestId } = (await findOpenRequest(given.as(given.officer), given.certificateId)) ?? {};
    expect(await orderScopeAudit({ db, now }, requestId ?? '')).toEqual(no('already_ordered'));
    const refused = { outcome: 'refused' as const, answer };
    done(await answerExtension(given.as(given.officer), given.certificateId, refused));
    await work();
    expect((await entries(given))[0]?.dropped_at).not.toBeNull();
    await dropScopeAudit({ db, now }, requestId ?? '');
    expect(await orderScopeAudit({ db, now }, requestId ?? '')).toEqual(no('not_asked'));
  });

  test('is not extended past the panel in SQL', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    await auditOrdered(given, work);
    const { officer, decider } = given;
    const answered = (
      by: string,
    ) => `update certificate_scope_request set state = 'extended', answered_by = '${by}',
      answered_at = now(), answer = 'Answered past every rule there is.'`;
    const version = (by: string) => `
      update certificate set corridors = corridors || '{NP-JP}'::text[], offices = offices || '{Biratnagar}'::text[];
      insert into certificate_version (certificate_id, version, action, corridors, sectors, offices, note, decided_by, from_at, request_id)
        select c.id, 2, 'extended', c.corridors, c.sectors, c.offices, 'Written past every rule.', '${by}', now(), r.id
        from certificate c, certificate_scope_request r`;
    for (const statement of [
      answered(officer.accountId),
      answered(decider.accountId),
      `${answered(decider.accountId)}; ${version(decider.accountId)}`,
    ])
      await expect(sql.raw(statement).execute(db), statement).rejects.toThrow('extended by the panel');
    const forged = `update certificate_scope_request set reviewed_by = null, reviewed_at = null, review = null, audit_due_on = null,
      state = 'extended', answered_by = '${officer.accountId}', answered_at = now(), answer = 'Answered past every rule there is.'`;
    await expect(sql.raw(forged).execute(db)).rejects.toThrow(/extended by the panel|stands as it is/);
    const entry = `insert into audit_programme_entry (certificate_id, type, reason, trigger, grounds, due_on, notice_type, window_from,
      ordered_by, ordered_at) select certificate_id, 'scope_extension', 'ordered', trigger, grounds, '2026-09-01', notice_type, window_from,
      ordered_by, ordered_at from audit_programme_entry where type = 'scope_extension'`;
    await expect(sql.raw(entry).execute(db)).rejects.toThrow('audit_programme_entry_scope');
  });
});
