import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';

import type { Database } from '#db/client.server.ts';

import { cover, lacking } from './rules.ts';

const spoken = z.object({
  accountId: z.string(),
  language: z.string(),
  level: z.enum(['interview', 'working']),
});
const able = z.object({ accountId: z.string(), sectors: z.array(z.string()) });

/** What is recorded of these people at their body and was not withdrawn. */
export async function abilitiesOf(db: Kysely<Database>, bodyId: string, people: readonly string[]) {
  if (people.length === 0) return [];
  const [languages, competences] = await Promise.all([
    db
      .selectFrom('auditor_language')
      .select(['account_id as accountId', 'language', 'level'])
      .where('organisation_id', '=', bodyId)
      .where('account_id', 'in', people)
      .where('withdrawn_at', 'is', null)
      .orderBy('language')
      .execute(),
    db
      .selectFrom('auditor_competence')
      .select(['account_id as accountId', 'sectors'])
      .where('organisation_id', '=', bodyId)
      .where('account_id', 'in', people)
      .where('withdrawn_at', 'is', null)
      .execute(),
  ]);
  const languageRows = z.array(spoken).parse(languages);
  const competenceRows = z.array(able).parse(competences);
  return people.map((accountId) => ({
    accountId,
    languages: languageRows.filter((row) => row.accountId === accountId),
    sectors: competenceRows.filter((row) => row.accountId === accountId).flatMap(({ sectors }) => sectors),
  }));
}

const code = z.string().nullable().catch(null);
const codes = z.array(z.string()).catch([]);

/** Which languages and sectors an audit of this application asks of its team, where the recruiter has said. */
export async function needsOf(db: Kysely<Database>, applicationId: string) {
  const [application, answers] = await Promise.all([
    db.selectFrom('application').select('sectors').where('id', '=', applicationId).executeTakeFirst(),
    db
      .selectFrom('application_answer')
      .select(['question', 'value'])
      .where('application_id', '=', applicationId)
      .where('question', 'in', ['audit_language', 'grievance_languages'])
      .execute(),
  ]);
  const answerTo = (question: string) => answers.find((answer) => answer.question === question)?.value;
  return {
    language: code.parse(answerTo('audit_language')),
    workers: codes.parse(answerTo('grievance_languages')),
    sectors: application?.sectors ?? [],
  };
}

/** Whether a team covers what its audit asks, or its body says how the rest is done. */
export async function coverWith(
  trx: Transaction<Database>,
  { application_id, audit_body_id }: { application_id: string; audit_body_id: string },
  team: readonly string[],
  reason: string | undefined,
) {
  const [needs, abilities] = await Promise.all([
    needsOf(trx, application_id),
    abilitiesOf(trx, audit_body_id, team),
  ]);
  return cover(lacking(needs, abilities), reason);
}

/** What a team was known not to cover when it was formed, and its body's reasons. */
export const findGap = (db: Kysely<Database>, auditId: string) =>
  db
    .selectFrom('audit_team_gap')
    .select(['languages', 'sectors', 'reason'])
    .where('audit_id', '=', auditId)
    .executeTakeFirst();
