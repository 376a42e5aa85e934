import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { closeAudit } from '#app/features/audits/commands/close-audit.server.ts';
import { reopenAudit } from '#app/features/audits/commands/reopen-audit.server.ts';
import { escalateOverdue } from '#app/features/audits/findings/clocks/commands.server.ts';
import { settleAudit } from '#app/features/audits/findings/commands/settle-audit.server.ts';
import type { Database } from '#db/client.server.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { aReadyAudit, pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const house = { kind: 'system' } as const;
const at = (day: string) => new Date(`${day}T09:00:00Z`);
type Given = Awaited<ReturnType<typeof aCertificate>>;

/** A surveillance audit that is ready, with a minor finding of it whose plan was accepted and whose day is the first of June. */
async function aSurveillance(given: Given) {
  const { db, lead } = given;
  const id = await aReadyAudit(given, 'surveillance', '2026-04-01');
  await pastRules(db, (one) =>
    sql`insert into finding (audit_id, application_id, organisation_id, number, scheme_version_id, indicator_code, grade, state,
        statement, evidence, raised_at, raised_by, issued_at, plan_due_on, close_due_on)
      select id, application_id, organisation_id, 77, scheme_version_id, '1.1.2', 'minor', 'cap_accepted', 'No payee is named.',
        'Seen on paper.', ${at('2026-04-01')}, ${lead.accountId}::uuid, ${at('2026-04-01')}, '2026-05-01', '2026-06-01'
      from audit where id = ${id}`.execute(one),
  );
  return id;
}

const stateOf = async (db: Kysely<Database>, id: string) =>
  (await db.selectFrom('audit').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

/** Found to be raised in error: how a finding comes to be settled is its own room's. */
const withdrawn = (db: Kysely<Database>) =>
  pastRules(db, (one) =>
    sql`update finding set state = 'withdrawn', withdrawn_at = ${at('2026-07-01')},
      withdrawal_reason = 'It was of another agency.' where number = 77`.execute(one),
  );

describe('a minor finding that becomes major after its audit was ready', () => {
  test('opens the corrections again; the audit is closed when nothing grave is left', async ({
    db,
    work,
  }) => {
    const given = await aCertificate(db, work);
    const id = await aSurveillance(given);
    await escalateOverdue({ db, now: at('2026-06-02') });
    const { grade } = await db
      .selectFrom('finding')
      .select('grade')
      .where('number', '=', 77)
      .executeTakeFirstOrThrow();
    expect(grade).toBe('major');
    expect(await closeAudit({ db, actor: house, now: at('2026-06-02') }, id)).toEqual({
      ok: false,
      refusal: 'findings_open',
    });
    // The closing that was on its way is refused; then the audit is open again, once.
    await work();
    expect(await stateOf(db, id)).toBe('caps_open');
    const told = await db
      .selectFrom('event')
      .select('subject')
      .where('type', '=', 'audit.reopened')
      .execute();
    expect(told).toEqual([{ subject: id }]);
    const again = await reopenAudit({ db, actor: house, now: at('2026-06-03') }, id);
    expect(again).toEqual({ ok: false, refusal: 'audit_is_caps_open' });
    await withdrawn(db);
    const scope = { db, actor: house, now: at('2026-07-01') };
    await db.transaction().execute((trx) => settleAudit(trx, scope, { auditId: id }));
    await work();
    expect(await stateOf(db, id)).toBe('closed');
  });

  test('in SQL neither lets it be closed nor opens it without a reason', async ({ db, work }) => {
    const given = await aCertificate(db, work);
    const id = await aSurveillance(given);
    const put = (state: string) =>
      sql`update audit set state = ${state}, closed_at = case ${state} when 'closed' then now() end where id = ${id}`.execute(
        db,
      );
    await expect(put('caps_open')).rejects.toThrow('its corrections open again for a finding that is open');
    await pastRules(db, (one) => sql`update finding set grade = 'major' where number = 77`.execute(one));
    await expect(put('closed')).rejects.toThrow('with a grave finding open it ends by a decision');
    await put('caps_open');
    await expect(put('ready_for_decision')).rejects.toThrow('nothing is decided while its findings are open');
  });
});
