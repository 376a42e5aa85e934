import { sql, type Kysely } from 'kysely';
import { expect } from 'vitest';

import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { listLife } from '#app/features/certificates/life/queries.server.ts';
import type { Moment } from '#app/features/certificates/life/picture.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { listTransferTasks } from '#app/features/certificates/transfer/queries.server.ts';
import type { Database } from '#db/client.server.ts';
import { anAppeal, days, decidedByTwo, dismissed, grounds } from '#tests/support/factories/appeals.ts';
import { aPerson, aPlace, approved, done } from '#tests/support/factories/audits.ts';
import { aCertificate } from '#tests/support/factories/certificates.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { reviewed } from '#tests/support/factories/transfers.ts';
import { test } from '#tests/support/test.ts';

const said = (life: Moment[]) =>
  life.map((moment) =>
    [moment.what, 'detail' in moment ? moment.detail : '', moment.before ?? ''].filter(Boolean).join(' / '),
  );

test('an appeal stands in the life from its first day to its answer, with the stay asked for in it', async ({
  db,
  work,
}) => {
  const given = await anAppeal(db, work);
  const judge = (day: number) => ({ ...given.judge, now: days(day) });
  const stay = { stay: 'granted' as const, reasons: 'The harm of waiting would be greater than its use.' };
  done(await decideStay(judge(5), given.appealId, stay));
  done(await decidedByTwo(judge(9), given.appealId, dismissed));
  const life = await listLife(given.as(given.owner), given.certificateId);
  expect(said(life)).toEqual([
    ...['issued', 'suspended', 'appeal_with_stay / the suspension'],
    ...['stayed', 'stay_granted / the suspension'],
    ...['resumed', 'appeal_dismissed / the suspension'],
  ]);
  expect(await listLife(given.as(given.officer), given.certificateId)).toEqual(life);
  // Words only: neither what was said nor who said it.
  const words = JSON.stringify(life);
  for (const story of [grounds.grounds, stay.reasons, dismissed.reasons, 'Ines Costa'])
    expect(words).not.toContain(story);
});

/** The panel refused to end a suspension: how it came before it is not asked. */
const refusedByPanel = (db: Kysely<Database>, certificateId: string, by: string) =>
  pastRules(db, (one) =>
    sql`with matter as (insert into decision_matter (kind, application_id, certificate_id, organisation_id, about, quorum,
          opened_at, due_on, state, closed_at, asked_by)
        select 'lift', application_id, id, organisation_id, 'Put right and seen by the team.', 1, ${days(20)}, ${days(20)}::date,
          'decided', ${days(20)}, ${by}::uuid from certificate where id = ${certificateId} returning id)
      insert into certification_decision (matter_id, kind, application_id, organisation_id, organisation_name,
        application_reference, outcome, reasons, decided_by, decided_at)
      select matter.id, 'lift', c.application_id, c.organisation_id, 'Himal', 'APP-1', 'refused',
        'A story nobody is told.', ${by}::uuid, ${days(20)} from certificate c, matter where c.id = ${certificateId}`.execute(
      one,
    ),
  );

test('what was refused stands in it, and what was before a transfer under the number it had', async ({
  db,
  work,
}) => {
  const given = await aCertificate(db, work);
  const asked = {
    corridors: ['NP-SA'],
    sectors: [],
    offices: [],
    grounds: 'Two employers asked for workers.',
  };
  done(await askForExtension(given.as(given.recruiter), asked));
  const refused = { outcome: 'refused' as const, answer: 'Nobody audited that corridor yet.' };
  done(await answerExtension({ ...given.as(given.officer), now: days(10) }, given.certificateId, refused));
  await refusedByPanel(db, given.certificateId, given.decider.accountId);
  const other = await aPlace(db, 'audit_body', 'Lantern Audits');
  await approved(db, other.id, given.officer);
  const reviewer = await aPerson(db, other, 'reviewer', 'Ines Duarte');
  done(
    await askForTransfer(given.as(given.recruiter), {
      ...{ body: other.id, grounds: 'The new body has auditors who speak Maithili.' },
    }),
  );
  const [task] = await listTransferTasks(given.as(reviewer));
  const answer = { outcome: 'accepted' as const, answer: 'The reports were reviewed and nothing is open.' };
  done(await reviewed({ ...given.as(reviewer), now: days(30) }, task?.id ?? '', answer));
  const { id } = await db
    .selectFrom('certificate')
    .select('id')
    .where('previous_id', '=', given.certificateId)
    .executeTakeFirstOrThrow();
  const life = await listLife(given.as(given.recruiter), id);
  expect(said(life)).toEqual([
    ...[`issued / ${given.number}`, `scope_refused / ${given.number}`],
    ...[`refused / end of a suspension / ${given.number}`, `transferred / ${given.number}`, 'issued'],
  ]);
  expect(JSON.stringify(life)).not.toContain('A story nobody is told.');
  // The life of the former ends where it ended, and knows nothing of what came after.
  expect(said(await listLife(given.as(given.officer), given.certificateId))).toEqual([
    ...['issued', 'scope_refused', 'refused / end of a suspension', 'transferred'],
  ]);
});
