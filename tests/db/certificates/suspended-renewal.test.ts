import { sql } from 'kysely';
import { expect } from 'vitest';

import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { carryOut } from '#app/features/certificates/outcomes.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import {
  aCertificate,
  ballotOn,
  grant,
  matterOf,
  noInterest,
  suspension,
} from '#tests/support/factories/certificates.ts';
import { aReadyAudit, liftedByPanel } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const no = (name: string) => ({ ok: false, refusal: name });
const on = (day: string) => new Date(`${day}T09:00:00Z`);
const note = 'Every worker was paid back, and the team saw the receipts.';
type Given = Awaited<ReturnType<typeof aCertificate>>;

/** The next certificate in the place of a suspended one, asked of the constraint alone. */
const pastTheRule = ({ db, certificateId, decider }: Given) =>
  db.transaction().execute(async (trx) => {
    const at = on('2028-10-10');
    const decisionId = crypto.randomUUID();
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql`insert into certification_decision (id, matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select ${decisionId}, id, kind, application_id, organisation_id, 'Himal', 'APP-1', 'granted', ${note}, ${decider.accountId}, ${at}
      from decision_matter where kind = 'recertification'`.execute(trx);
    await sql`set local session_replication_role = origin`.execute(trx);
    await sql`update certificate set status = 'superseded', reason_class = null, since = ${at}`.execute(trx);
    await sql`insert into certificate_status (certificate_id, action, status, note, decided_by, decided_at)
      values (${certificateId}, 'superseded', 'superseded', ${note}, ${decider.accountId}, ${at})`.execute(
      trx,
    );
    await sql`insert into certificate (number, organisation_id, application_id, decision_id, scheme_version_id, audit_body_id, status,
        since, valid_from, valid_until, cycle_from, corridors, sectors, offices, kind, previous_id)
      select 'ERC-2028-99999', organisation_id, application_id, ${decisionId}, scheme_version_id, audit_body_id, 'active', ${at},
        '2028-10-10', '2032-02-28', '2029-03-01', corridors, sectors, offices, 'recertification', id
      from certificate`.execute(trx);
    await sql`set constraints certificate_follows_no_suspended immediate`.execute(trx);
  });

test('a recertification waits while the certificate is suspended, and is granted once that is lifted, by command and in SQL', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const { certificateId, decider } = given;
  const officer = { db, actor: given.officer, now: on('2028-09-01') };
  done(await suspendCertificate(officer, certificateId, suspension));
  await aReadyAudit(given, 'recertification', '2028-10-01');
  await work();
  const id = await matterOf(db, given.applicationId);
  const panel = (day: string) => ({ db, actor: decider, now: on(day) });
  done(await declareInterest(panel('2028-10-10'), id, noInterest));
  const early = await ballotOn(panel('2028-10-10'), id, grant);
  expect(await castVote(panel('2028-10-10'), id, early)).toEqual(no('suspended'));
  const warrant = { actor: decider, now: on('2028-10-10'), certificateId, decisionId: crypto.randomUUID() };
  const carried = db.transaction().execute((trx) => carryOut(trx, { kind: 'recertification', ...warrant }));
  expect(await carried).toEqual(no('suspended'));
  await expect(pastTheRule(given)).rejects.toThrow('the one before it is suspended');
  done(await liftedByPanel({ db, certificateId, decider, now: on('2028-10-11') }));
  const scope = panel('2028-10-12');
  done(await castVote(scope, id, await ballotOn(scope, id, grant)));
  const rows = await db.selectFrom('certificate').select('status').orderBy('number').execute();
  expect(rows).toEqual([{ status: 'superseded' }, { status: 'active' }]);
});
