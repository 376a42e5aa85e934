import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { listOwnDecisions } from '#app/features/certificates/appeals/queries.server.ts';
import type { WithdrawalReason } from '#app/features/certificates/model.ts';
import { barToGraver } from '#app/features/certificates/queries.server.ts';
import { withdrawCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Database } from '#db/client.server.ts';
import {
  days,
  decidedByTwo,
  dismissed,
  free,
  grounds,
  historyOf,
  rawDecision,
  upheld,
} from '#tests/support/factories/appeals.ts';
import { aPerson, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { test } from '#tests/support/test.ts';

const note = 'The tickets it showed to the team were bought after the visit.';
const no = (refusal: string) => ({ ok: false, refusal });

/** Withdrawn on the first day for a licence that was revoked, as an officer read it. */
async function withdrawn(db: Kysely<Database>, work: () => Promise<void>) {
  const given = await aCertificate(db, work);
  const { officer, certificateId, agency } = given;
  const owner = { ...given.recruiter, owner: true };
  const scheme = { id: officer.organisationId, kind: 'scheme' as const };
  const person = await aPerson(db, scheme, 'officer', 'Ines Costa');
  const given_ = (reasonClass: WithdrawalReason, day: number) =>
    withdrawCertificate({ db, actor: officer, now: days(day) }, certificateId, { reasonClass, note });
  const refOf = async (reason: string) =>
    (await listDecisions(db, agency.id)).find(({ reasonClass }) => reasonClass === reason)?.ref ?? '';
  const lodge = async (reason: string, day: number) =>
    lodgeCertificateAppeal({ db, actor: owner, now: days(day) }, await refOf(reason), grounds);
  const judge = (day: number) => ({ db, actor: person, now: days(day) });
  const appeal = async (reason: string, day: number) => {
    const { appealId } = done(await lodge(reason, day));
    done(await declareForAppeal(judge(day), appealId, free));
    return appealId;
  };
  const uphold = async (id: string, day: number) => done(await decidedByTwo(judge(day), id, upheld));
  const dismiss = async (id: string, day: number) => done(await decidedByTwo(judge(day), id, dismissed));
  done(await given_('licence_revoked', 0));
  return { ...given, owner, person, put: given_, lodge, appeal, uphold, dismiss, judge };
}

const shown = (db: Kysely<Database>) =>
  db.selectFrom('certificate').select(['status', 'reason_class as reason']).executeTakeFirstOrThrow();
const stands = { status: 'active', reason: null };
const fraud = { status: 'withdrawn', reason: 'fraud' };
const licence = { status: 'withdrawn', reason: 'licence_revoked' };

describe('a graver reason and the appeal against the withdrawal', () => {
  test('wait for each other: none is put while it is open, by command and by SQL, and one after it', async ({
    db,
    work,
  }) => {
    const { put, appeal, dismiss, certificateId, officer } = await withdrawn(db, work);
    const id = await appeal('licence_revoked', 5);
    expect(await barToGraver({ db }, certificateId)).toBe('appeal_open');
    expect(await put('fraud', 10)).toEqual(no('appeal_open'));
    await expect(
      db.transaction().execute(async (trx) => {
        await sql`update certificate set reason_class = 'fraud'`.execute(trx);
        await sql`insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at)
          values (${certificateId}, 'withdrawn', 'withdrawn', 'fraud', ${note}, ${officer.accountId}, ${days(10)})`.execute(
          trx,
        );
      }),
    ).rejects.toThrow('waits for the appeal');
    await dismiss(id, 20);
    expect(await barToGraver({ db }, certificateId)).toBeNull();
    done(await put('fraud', 21));
    expect(await shown(db)).toEqual(fraud);
  });

  test('the withdrawal keeps its own thirty days: who is right about both stands again', async ({
    db,
    work,
  }) => {
    const { put, lodge, appeal, uphold, judge, owner } = await withdrawn(db, work);
    done(await put('fraud', 10));
    const open = await listOwnDecisions({ db, actor: owner, now: days(12) });
    expect(open.map(({ reasonClass }) => reasonClass)).toEqual(['fraud', 'licence_revoked']);
    expect(await lodge('licence_revoked', 31)).toEqual(no('appeal_too_late'));
    const first = await appeal('licence_revoked', 15);
    const second = await appeal('fraud', 16);
    const stay = { stay: 'granted' as const, reasons: dismissed.reasons };
    expect(await decideStay(judge(17), first, stay)).toEqual(no('nothing_to_stay'));
    await uphold(first, 20);
    expect(await shown(db)).toEqual(fraud);
    await uphold(second, 25);
    expect(await shown(db)).toEqual(stands);
    await work();
    const returned = await db
      .selectFrom('event')
      .select('payload')
      .where('type', '=', 'certificate.returned')
      .execute();
    expect(returned).toEqual([{ payload: { status: 'active', by: 'appeal' } }]);
  });

  test('decided the other way round, or with a stay between, the end is the same', async ({ db, work }) => {
    const { put, appeal, uphold, judge } = await withdrawn(db, work);
    done(await put('forced_labour', 3));
    const first = await appeal('licence_revoked', 15);
    const second = await appeal('forced_labour', 16);
    await uphold(second, 20);
    expect(await shown(db)).toEqual(licence);
    const stay = { stay: 'granted' as const, reasons: dismissed.reasons };
    done(await decideStay(judge(21), first, stay));
    expect(await shown(db)).toEqual(stands);
    await uphold(first, 25);
    expect(await historyOf(db)).toEqual([
      ...['issued active', 'withdrawn withdrawn', 'withdrawn withdrawn', 'upheld withdrawn'],
      ...['stayed active', 'upheld active'],
    ]);
  });

  test('stayed, the withdrawal under it shows, and is upheld against at once', async ({ db, work }) => {
    const { put, appeal, uphold, dismiss, judge } = await withdrawn(db, work);
    done(await put('fraud', 10));
    const first = await appeal('licence_revoked', 15);
    const second = await appeal('fraud', 16);
    done(await decideStay(judge(17), second, { stay: 'granted', reasons: dismissed.reasons }));
    expect(await shown(db)).toEqual(licence);
    await uphold(first, 20);
    expect(await shown(db)).toEqual(stands);
    await dismiss(second, 25);
    expect(await shown(db)).toEqual(fraud);
  });
});

describe('by SQL', () => {
  test('nobody is right about both and stays withdrawn, nor right about one and comes back', async ({
    db,
    work,
  }) => {
    const { put, appeal, uphold, person, officer } = await withdrawn(db, work);
    done(await put('fraud', 10));
    const first = await appeal('licence_revoked', 15);
    const second = await appeal('fraud', 16);
    const scheme = { id: officer.organisationId, kind: 'scheme' as const };
    const other = await aPerson(db, scheme, 'officer', 'Ada Moor');
    const at = `'${days(25).toISOString()}'`;
    const decide = rawDecision({
      ...{ outcome: 'upheld', reasons: upheld.reasons, at },
      ...{ by: other.accountId, proposer: person.accountId },
    });
    // Of the second appeal alone.
    const ofSecond = decide
      .replaceAll('from certificate_appeal;', `from certificate_appeal where id = '${second}';`)
      .replace('answered_at = ' + at, `answered_at = ${at} where appeal_id = '${second}'`)
      .concat(` where id = '${second}'`);
    const declared = `insert into certificate_appeal_declaration (appeal_id, account_id, conflicted, statement, declared_at)
      values ('${second}', '${other.accountId}', false, '${free.statement}', ${at});`;
    const becomes = (status: string, reason: string) =>
      `update certificate set status = '${status}', reason_class = ${reason}, since = ${status === 'withdrawn' ? 'since' : at};
      insert into certificate_status (certificate_id, action, status, reason_class, note, decided_by, decided_at, appeal_id)
        select id, 'upheld', '${status}', ${reason}, '${note}', '${other.accountId}', ${at}, '${second}' from certificate`;
    const attempt = (status: string, reason: string) =>
      db
        .transaction()
        .execute((trx) => sql.raw(`${declared} ${ofSecond}; ${becomes(status, reason)}`).execute(trx));
    await expect(attempt('active', 'null')).rejects.toThrow('no appeal brings');
    await uphold(first, 20);
    await expect(attempt('withdrawn', `'licence_revoked'`)).rejects.toThrow('no appeal brings');
    await attempt('active', 'null');
    expect(await shown(db)).toEqual(stands);
  });
});
