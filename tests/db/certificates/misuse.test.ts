import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { recordEvent } from '#app/events/record.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { findLeft } from '#app/features/audits/fieldwork/closing.server.ts';
import { raiseMisuse } from '#app/features/audits/findings/misuses/commands.server.ts';
import { raiseMisuseForm } from '#app/features/audits/findings/misuses/forms.ts';
import {
  findMisuse,
  listMisuseTasks,
  listOpenMisuses,
} from '#app/features/audits/findings/misuses/queries.server.ts';
import * as raising from '#app/features/audits/findings/misuses/rules.ts';
import { orderAudit } from '#app/features/audits/programme/commands/order-audit.server.ts';
import { listProposalTasks } from '#app/features/audits/programme/proposals/queries.server.ts';
import { raisingStates } from '#app/features/audits/fieldwork/model.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { answerClaim, askForClaim } from '#app/features/certificates/claims/commands.server.ts';
import type { ClaimForm } from '#app/features/certificates/claims/forms.ts';
import {
  recordMisuse,
  recordMisuseInAudit,
} from '#app/features/certificates/claims/misuse/commands.server.ts';
import type { MisuseForm } from '#app/features/certificates/claims/misuse/forms.ts';
import {
  findMisuse as findForScheme,
  listGranted,
  listGrantedToHolder,
  listMisuses,
  listOwnMisuses,
} from '#app/features/certificates/claims/misuse/queries.server.ts';
import * as rules from '#app/features/certificates/claims/misuse/rules.ts';
import type { Certificate } from '#app/features/certificates/model.ts';
import {
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { days } from '#tests/support/factories/appeals.ts';
import { done, fewHeard } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { anOpenAudit } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const no = (refusal: string) => ({ ok: false, refusal });
const seen: MisuseForm = {
  ...{ place: 'https://himal.example/jobs', seenOn: '2026-03-01' },
  what: 'An advert for Japan says “certified”, and Japan is not in the scope.',
  evidence: 'A copy of the page, kept by the scheme.',
};
const finding = raiseMisuseForm.parse({
  grade: 'major',
  statement: 'An advert for Japan claims a certificate that does not cover Japan.',
  evidence: 'The page as it stood on 1 March.',
});

test('a misuse is recorded of a certificate that stands, as seen by today, beyond what was granted', () => {
  const issued = {
    ...{ id: 'c', number: 'ERC-2026-00001', organisationId: 'o', applicationId: 'a' },
    ...{ validUntil: '2029-02-28', since: days(0) },
  };
  const active: Certificate = { ...issued, status: 'active' };
  const suspended: Certificate = { ...issued, status: 'suspended', reasonClass: 'fees_charged' };
  const withdrawn: Certificate = { ...issued, status: 'withdrawn', reasonClass: 'fraud' };
  const sight = { seenOn: '2026-03-01', granted: true };
  for (const standing of [active, suspended])
    expect(rules.recordMisuse(standing, sight, '2026-03-01').ok).toBe(true);
  expect(rules.recordMisuse(active, sight, '2026-02-28')).toEqual(no('seen_later'));
  expect(rules.recordMisuse(active, { ...sight, granted: false }, '2026-03-01')).toEqual(
    no('use_not_granted'),
  );
  expect(rules.recordMisuse(withdrawn, sight, '2026-03-01')).toEqual(no('withdrawn'));
});

describe('a misuse of the certificate', () => {
  test('an officer records is told, proposes an audit, is a finding there, and may suspend', async ({
    db,
    work,
    mailer,
  }) => {
    const given = await aCertificate(db, work);
    const { as, officer, recruiter, lead, certificateId } = given;
    const asked: ClaimForm = {
      ...{ medium: 'website', place: 'https://himal.example/about', fromOn: '2026-03-01' },
      wording: 'Our recruitment system is certified, ERC-2026-00001.',
    };
    const use = done(await askForClaim(as(recruiter), asked));
    const beyond = { ...seen, claimId: use.id };
    expect(await recordMisuse(as(officer), certificateId, beyond)).toEqual(no('use_not_granted'));
    const granting = { outcome: 'registered', answer: 'It says what the certificate says.' } as const;
    done(await answerClaim(as(officer), use.id, granting));
    expect(await listGranted(as(officer), certificateId)).toMatchObject([{ id: use.id }]);
    const { id } = done(await recordMisuse(as(officer), certificateId, beyond));
    await work();
    expect(mailer.sent.filter(({ subject }) => subject.includes('a misuse was recorded'))).toHaveLength(1);
    expect(await listOwnMisuses(as(recruiter))).toMatchObject([{ granted: asked.place, findingId: null }]);
    expect(await listMisuses(as(officer), certificateId)).toMatchObject([{ id }]);

    expect(await listProposalTasks(as(officer))).toMatchObject([
      { what: expect.stringContaining('it misused its certificate') },
    ]);
    const order = { type: 'special', noticeType: 'unannounced', dueOn: '2026-06-01' } as const;
    const cause = { ...order, trigger: 'claims_misused', grounds: 'Adverts beyond its scope.' } as const;
    done(await orderAudit(as(officer), certificateId, cause));
    expect(await listProposalTasks(as(officer))).toEqual([]);

    const auditId = await anOpenAudit(given, 'special');
    const audit = await findAudit(as(lead), auditId);
    if (!audit) throw new Error('There is no audit');
    expect(await listOpenMisuses(db, audit)).toMatchObject([{ id }]);
    expect(await listMisuseTasks(as(lead))).toHaveLength(1);
    expect(await findLeft(db, audit)).toMatchObject({ misuses: 1 });
    expect(await closeFieldwork(as(lead), auditId, fewHeard)).toEqual(no('misuses_open'));
    await expect(
      sql`update audit set state = 'fieldwork_done', fieldwork_done_at = now() where id = ${auditId}`.execute(
        db,
      ),
    ).rejects.toThrow('is not a finding yet');
    const both = await Promise.all([1, 2].map(() => raiseMisuse(as(lead), auditId, id, finding)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await raiseMisuse(as(lead), auditId, id, finding)).toEqual(no('misuse_raised'));
    expect(raising.raiseMisuse({ ...audit, type: 'stage1' }, { raised: false })).toEqual(no('not_in_stage1'));
    expect(await findMisuse(db, audit, id)).toMatchObject({ raised: true });
    const raised = await db
      .selectFrom('finding')
      .select(['indicator_code', 'grade', 'state'])
      .where('audit_id', '=', auditId)
      .execute();
    expect(raised).toEqual([{ indicator_code: raising.claimsIndicator, grade: 'major', state: 'raised' }]);
    expect(await listMisuseTasks(as(lead))).toEqual([]);
    // A finding is the holder's to read once it was told.
    expect(await listOwnMisuses(as(recruiter))).toMatchObject([{ findingId: null }]);

    const note = 'Adverts for Japan, which the certificate does not cover.';
    done(await suspendCertificate(as(officer), certificateId, { reasonClass: 'claims_misused', note }));
    expect(await findForScheme(as(officer), id)).toMatchObject({ status: 'suspended', findingNumber: 1 });
  });

  const endings = {
    cancelled: `cancelled_at = now(), cancel_cause = 'body', cancel_note = 'Nobody is free in March.'`,
    aborted: `aborted_at = now(), abort_reason = 'safety', abort_note = 'A crowd came to the gate.'`,
    refused_by_auditee: `started_at = null, refused_at = now(), refusal_note = 'The gate stayed shut.'`,
  };
  test.for(['cancelled', 'aborted', 'refused_by_auditee'] as const)(
    'that waited for an audit has one proposed when that audit is %s',
    async (end, { db, work }) => {
      const given = await aCertificate(db, work);
      const { as, officer, certificateId } = given;
      const auditId = await anOpenAudit(given, 'special');
      const other = await anOpenAudit(given, 'follow_up');
      done(await recordMisuse(as(officer), certificateId, seen));
      await work();
      expect(await listProposalTasks(as(officer))).toEqual([]);
      const over = (id: string) =>
        db.transaction().execute(async (trx) => {
          await sql`set local session_replication_role = replica`.execute(trx);
          await sql`update audit set state = ${end}, ${sql.raw(endings[end])} where id = ${id}`.execute(trx);
          const about = { subject: id, related: [given.applicationId, given.agency.id] };
          const fact = { actor: given.lead, now: days(1), ...about };
          if (end === 'aborted') await recordEvent(trx, fact, 'audit.aborted', { reason: 'safety' });
          else await recordEvent(trx, fact, `audit.${end}`, {});
        });
      // Another is ahead: it waits for that.
      await over(auditId);
      await work();
      expect(await listProposalTasks(as(officer))).toEqual([]);
      await over(other);
      await work();
      expect(await listProposalTasks(as(officer))).toMatchObject([
        { what: expect.stringContaining('it misused its certificate') },
      ]);
    },
  );

  test('the team of an audit sees is raised there, and proposes nothing', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { as, officer, lead, certificateId } = given;
    const auditId = await anOpenAudit(given, 'surveillance');
    const { id } = done(await recordMisuseInAudit(as(lead), auditId, seen, raisingStates));
    done(await recordMisuse(as(officer), certificateId, seen));
    await work();
    expect(await listProposalTasks(as(officer))).toEqual([]);
    expect(await listGrantedToHolder(as(lead), given.agency.id)).toEqual([]);
    done(await raiseMisuse(as(lead), auditId, id, finding));
    expect(await recordMisuseInAudit(as(lead), given.auditId, seen, raisingStates)).toEqual(no('audit_over'));
    expect(await recordMisuseInAudit(as(lead), crypto.randomUUID(), seen, raisingStates)).toEqual(
      no('not_found'),
    );
    const note = 'The agency sold certificates of its own making.';
    done(await withdrawCertificate(as(officer), certificateId, { reasonClass: 'fraud', note }));
    expect(await recordMisuse(as(officer), certificateId, seen)).toEqual(no('withdrawn'));
    expect(await recordMisuseInAudit(as(lead), auditId, seen, raisingStates)).toEqual(no('holder_has_none'));
  });

  test('stands in the database as it was recorded, by whom it may be', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const { recruiter, officer, lead, certificateId } = given;
    const raw = (person: string, more: { audit?: string; seen?: string } = {}) =>
      sql`insert into claim_misuse (certificate_id, place, seen_on, what, evidence, audit_id, recorded_by, recorded_at)
        values (${certificateId}::uuid, 'Our site', ${more.seen ?? '2026-03-01'}::date, 'Twenty letters at the least, or more.',
          'A copy of it', ${more.audit ?? null}::uuid, ${person}::uuid, '2026-03-02T09:00:00Z')`.execute(db);
    for (const { accountId } of [recruiter, lead])
      await expect(raw(accountId)).rejects.toThrow('by an officer, or by the team');
    const over = given.auditId;
    await expect(raw(lead.accountId, { audit: over })).rejects.toThrow('by an officer, or by the team');
    await expect(raw(officer.accountId, { seen: '2026-03-03' })).rejects.toThrow('claim_misuse_seen');
    await raw(officer.accountId);
    await expect(sql`update claim_misuse set place = 'Elsewhere'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`delete from claim_misuse`.execute(db)).rejects.toThrow('append-only');
    const auditId = await anOpenAudit(given, 'special');
    const link = sql`insert into finding_of_misuse select m.id, f.id from claim_misuse m, finding f`;
    await sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code,
        requirement_kind, grade, state, statement, evidence, raised_at, raised_by, grading_reasons)
      select id, application_id, organisation_id, 1, scheme_version_id, 'B.1.5', 'standard', 'minor', 'raised', 'Ten letters and more',
        'Ten letters and more', '2026-03-02T10:00:00Z', ${lead.accountId}::uuid, 'Ten letters and more' from audit where id = ${auditId}::uuid`.execute(
      db,
    );
    await expect(link.execute(db)).rejects.toThrow('on B.1.6');
    await expect(sql`truncate finding_of_misuse`.execute(db)).rejects.toThrow('append-only');
  });
});
