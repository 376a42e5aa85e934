import { sql } from 'kysely';
import { expect } from 'vitest';

import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import { judgeEffectiveness } from '#app/features/audits/findings/effectiveness/commands.server.ts';
import { answerRegrade, proposeRegrade } from '#app/features/audits/findings/regrading/commands.server.ts';
import { openRemedy } from '#app/features/audits/remedy/commands/open-remedy.server.ts';
import {
  anApplication,
  anEngagement,
  done,
  fieldwork,
  issued,
  reasons,
} from '#tests/support/factories/audits.ts';
import { verified } from '#tests/support/factories/corrections.ts';
import { pastRules } from '#tests/support/factories/matters.ts';
import { test } from '#tests/support/test.ts';

const law = {
  ...{ harm: 'documents_held', requirement_kind: 'law' },
  ...{ law_instrument: 'Foreign Employment Act', law_place: 'Section 12' },
};
const opened = { workers: 3, happenedOn: '2026-03-01', note: 'Three workers paid a fee each.' };
const said = { statement: 'Some workers speak of a payment.', evidence: 'Interviews in March 2026.' };

test('a correction that did not last is raised again with its harm and what it was measured by', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const { finding: before } = await issued(given, 'minor');
  await verified(given, before);
  await pastRules(db, async (one) => {
    await one.updateTable('finding').set(law).where('id', '=', before).execute();
    const ended = { state: 'withdrawn', ended_at: new Date('2026-03-01T10:00:00Z') };
    await one.updateTable('application').set(ended).where('id', '=', given.applicationId).execute();
  });
  const { agency, body, recruiter } = given;
  const applicationId = await anApplication(db, { agency, body, startedBy: recruiter.accountId });
  const next = { ...given, applicationId };
  const audit = await fieldwork(next);
  const judged = { effective: 'no' as const, note: 'Passports were held again.' };
  done(await judgeEffectiveness(next.as(next.lead), { auditId: audit, findingId: before }, judged));
  const again = await db
    .selectFrom('finding')
    .select(['id', 'grade', 'harm', 'requirement_kind', 'law_instrument', 'law_place'])
    .where('audit_id', '=', audit)
    .executeTakeFirstOrThrow();
  expect(again).toMatchObject({ grade: 'major', ...law });
});

test('an observation on what workers paid is a fee once it is graded higher, and nothing else becomes harm', async ({
  db,
}) => {
  const given = await anEngagement(db);
  const audit = await fieldwork(given);
  const { id } = done(
    await raiseFinding(given.as(given.lead), audit, '1.1.4', {
      ...{ ...said, grade: 'observation' },
      gradingReasons: reasons,
    }),
  );
  const reason = 'They did pay, it turns out.';
  const forged = (harm: string) =>
    sql`update finding set harm = ${harm}, workers_paid = ${harm === 'fee_charged'} where id = ${id}`.execute(
      db,
    );
  await expect(forged('fee_charged')).rejects.toThrow('finding_harm_is_graded');
  done(await proposeRegrade(given.as(given.lead), id, { grade: 'critical', reason }));
  const answer = { grade: 'critical' as const, outcome: 'approved' as const, reason };
  done(await answerRegrade(given.as(given.reviewer), id, answer));
  const row = await db
    .selectFrom('finding')
    .select(['grade', 'harm', 'workers_paid'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ grade: 'critical', harm: 'fee_charged', workers_paid: true });
  await expect(forged('wages')).rejects.toThrow('harm stands as it is');
  done(await openRemedy(given.as(given.lead), id, opened));
});
