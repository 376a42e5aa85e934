import { sql, type Kysely } from 'kysely';
import { describe, expect } from 'vitest';

import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeAppeal } from '#app/features/applications/appeals/commands.server.ts';
import type { Database } from '#db/client.server.ts';
import { aSecond, free, grounds, rawDecision } from '#tests/support/factories/appeals.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aPackage, matterOf, refusal, vote } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { cases, on, refusedOnce, upholds, type RefusedOnce } from '#tests/support/factories/panel-again.ts';
import { test } from '#tests/support/test.ts';

/** What raw SQL cannot do about a refusal that was appealed against. */
const refuses = async (db: Kysely<Database>, statement: string, reason: string | RegExp) =>
  expect(sql.raw(statement).execute(db), statement).rejects.toThrow(reason);

/** The matter as it was, once more by the appeal, with what is changed in it. */
const again = (changed: Record<string, string> = {}) => {
  const columns = {
    ...{
      kind: 'kind',
      application_id: 'application_id',
      certificate_id: 'certificate_id',
      audit_id: 'audit_id',
    },
    ...{ organisation_id: 'organisation_id', about: 'about', quorum: 'quorum', asked_by: 'asked_by' },
    ...{ request_id: 'request_id', opened_at: "opened_at + interval '60 days'", due_on: 'due_on + 60' },
    appeal_id: '(select id from certificate_appeal)',
    ...changed,
  };
  return `insert into decision_matter (${Object.keys(columns).join(', ')})
    select ${Object.values(columns).join(', ')} from decision_matter where kind <> 'initial' and state = 'decided'`;
};

const upheldRaw = ({ judge }: RefusedOnce, day: string) => `
  update certificate_appeal set outcome = 'upheld', reasons = 'Upheld past every rule there is.',
    decided_by = '${judge.accountId}', decided_at = '${day}T09:00:00Z'`;

describe('a matter comes before the panel again', () => {
  test('by an appeal that was upheld alone, and as it was asked', async ({ db, work }) => {
    const given = await refusedOnce(db, work, cases.recertification);
    await refuses(db, again(), 'by an appeal that was upheld against its refusal');
    await pastRules(db, (one) => sql.raw(upheldRaw(given, '2028-10-15')).execute(one));
    for (const changed of [
      { audit_id: 'null' },
      { kind: "'lift'" },
      { opened_at: "'2028-10-14'" },
      { appeal_id: 'null' },
    ])
      await refuses(
        db,
        again(changed),
        /upheld against its refusal|rests on an audit|does not stand so|decision_matter_ground/,
      );
    await sql.raw(again()).execute(db);
    await refuses(db, again(), /decision_matter_one_open|decision_matter_of_appeal/);
    await refuses(db, 'update decision_matter set appeal_id = null', 'stands');
  });

  test('with the appeal: nobody upholds it and leaves it at that', async ({ db, work }) => {
    const given = await refusedOnce(db, work, cases.lift);
    const judge = { db, actor: given.judge, now: on('2026-04-05') };
    done(await declareForAppeal(judge, given.appealId, free));
    const upholding = rawDecision({
      ...{ outcome: 'upheld', reasons: 'Upheld past every rule there is.', by: given.judge.accountId },
      proposer: (await aSecond(judge, given.appealId)).actor.accountId,
      at: "'2026-04-06T09:00:00Z'",
    });
    await refuses(db, upholding, 'what was refused comes before the panel again');
    await sql.raw(`${upholding}; ${again()}`).execute(db);
  });

  test('of a first certificate, by its own appeal', async ({ db, work }) => {
    const given = await aPackage(db, work);
    done(await vote(given.as(given.decider), given.applicationId, refusal));
    await work();
    const { appealId } = done(await lodgeAppeal(given.as(given.recruiter), given.applicationId, grounds));
    const opening = (appeal: string) => `
      insert into decision_matter (kind, application_id, organisation_id, quorum, opened_at, due_on, application_appeal_id)
      select 'initial', application_id, organisation_id, 1, opened_at, due_on, ${appeal} from decision_matter`;
    await refuses(db, opening(`'${appealId}'`), 'again by its appeal');
    await pastRules(db, (one) =>
      sql`update application_appeal set outcome = 'upheld', reasons = 'Upheld past every rule there is.',
        decided_by = ${given.officer.accountId}::uuid, decided_at = lodged_at`.execute(one),
    );
    await refuses(db, opening('null'), 'again by its appeal');
    await sql.raw(opening(`'${appealId}'`)).execute(db);
    expect(await matterOf(db, given.applicationId)).toBeTruthy();
  });
});

test('a wider scope that was refused waits for the panel again by its appeal, with its matter', async ({
  db,
  work,
}) => {
  const given = await refusedOnce(db, work, cases.scope_extension);
  const reopened = (
    appeal: string,
  ) => `update certificate_scope_request set state = 'audit_needed', answered_by = null,
    answered_at = null, answer = null, appeal_id = ${appeal}`;
  const own = '(select id from certificate_appeal)';
  await refuses(db, reopened('null'), 'waits for the panel again by its appeal');
  await refuses(db, reopened(own), 'waits for the panel again by its appeal');
  await refuses(
    db,
    `update certificate_scope_request set appeal_id = ${own}`,
    /stands|answered by an officer/,
  );
  await pastRules(db, (one) => sql.raw(upheldRaw(given, '2026-06-25')).execute(one));
  await refuses(db, reopened(own), 'with its matter');
  await refuses(
    db,
    `${reopened(own).replace(', appeal_id', ", review = 'Look at something else altogether.', appeal_id")}; ${again()}`,
    'stands',
  );
  await sql.raw(`${reopened(own)}; ${again()}`).execute(db);
  await refuses(db, 'update certificate_scope_request set appeal_id = null', 'stands');
});

test('whoever upheld it cannot be left out of the package the panel votes on', async ({ db, work }) => {
  const given = await refusedOnce(db, work, cases.lift);
  done(await upholds(given));
  await work();
  const { rows } = await sql<{ content: string }>`
    select decision_package_text(id) as content from decision_matter where state = 'open'`.execute(db);
  expect(rows[0]?.content).toContain(grounds.grounds);
});
