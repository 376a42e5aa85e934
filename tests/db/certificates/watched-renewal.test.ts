import { sql } from 'kysely';
import { expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { findMatter } from '#app/features/certificates/decisions/matters.server.ts';
import { findGranted } from '#app/features/certificates/decisions/preview.server.ts';
import { watchCertificate } from '#app/features/certificates/status-commands.server.ts';
import { previewDecision } from '#app/features/register/preview.server.ts';
import { findRecord } from '#app/features/register/queries.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  ballotOn,
  grant,
  matterOf,
  noInterest,
} from '#tests/support/factories/certificates.ts';
import { aReadyAudit } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const on = (day: string) => new Date(`${day}T09:00:00Z`);
const note = 'A complaint of March says that workers paid; an audit looks at it.';
type Given = Awaited<ReturnType<typeof aCertificate>>;

/** The next certificate simply in force, asked of the constraint alone. */
const pastTheRule = ({ db, certificateId, decider }: Given) =>
  db.transaction().execute(async (trx) => {
    const at = on('2028-10-10');
    const decisionId = crypto.randomUUID();
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, id, kind, application_id, organisation_id, 'Himal', 'APP-1', 'granted', ${note}, ${decider.accountId}, ${at}
      from decision_matter where kind = 'recertification'`.execute(trx);
    await sql`update certificate set status = 'superseded', reason_class = null, since = ${at}`.execute(trx);
    await sql`insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
      values (${certificateId}, 'superseded', 'superseded', ${note}, ${decider.accountId}, ${at})`.execute(
      trx,
    );
    await sql`set local session_replication_role = origin`.execute(trx);
    await sql`insert into certificate (number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id, status,
        since, valid_from, valid_until, cycle_from, corridors, sectors, offices, kind, previous_id)
      select 'ERC-2028-99999', organisation_id, application_id, ${decisionId}, scheme_version_id, audit_body_id, 'active', ${at},
        '2028-10-10', '2032-02-28', '2029-03-01', corridors, sectors, offices, 'recertification', id
      from certificate`.execute(trx);
    await sql`set constraints certificate_watch_goes_on immediate`.execute(trx);
  });

test('a watch goes on with the certificate of the next cycle: on the page, by the vote and in SQL', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { certificateId, decider } = given;
  const watch = { reasonClass: 'special_audit', note } as const;
  done(await watchCertificate({ db, actor: given.officer, now: on('2028-09-01') }, certificateId, watch));
  await aReadyAudit(given, 'recertification', '2028-10-01');
  await work();
  await expect(pastTheRule(given)).rejects.toThrow('the watch it was under goes on');

  const scope = { db, actor: decider, now: on('2028-10-10') };
  const id = await matterOf(db, given.applicationId);
  const matter = await findMatter(db, id);
  const granted = matter && (await findGranted(scope, matter));
  const shown = matter && granted ? await previewDecision(scope, { kind: matter.kind, granted }) : [];
  const under = { status: 'certified_under_watch', reasonClass: 'special_audit' };
  expect(shown.map(({ standing }) => standing)).toMatchObject([under, under, under]);

  done(await declareInterest(scope, id, noInterest));
  done(await castVote(scope, id, await ballotOn(scope, id, grant)));
  const rows = await db
    .selectFrom('certificate')
    .select(['status', 'reason_class'])
    .orderBy('number')
    .execute();
  expect(rows).toEqual([
    { status: 'superseded', reason_class: null },
    { status: 'active_under_watch', reason_class: 'special_audit' },
  ]);
  const read = done(await findRecord({ db, now: on('2028-10-11') }, granted?.registrationNumber ?? ''));
  expect(read.standing).toMatchObject(under);
});
