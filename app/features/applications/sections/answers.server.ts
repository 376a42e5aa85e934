import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { Answer, Answers } from '#app/questionnaire/definition.ts';
import type { Database } from '#db/client.server.ts';

import type { Facts } from '../model.ts';

const plain = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const answerShape = z.union([plain, z.array(z.record(z.string(), plain))]);

export type StandingAnswer = { value: Answer; revision: number; savedAt: Date; savedBy: string };

/** Every answer of an application as it stands, with its last author. */
export async function standingOf(
  db: Kysely<Database>,
  applicationId: string,
): Promise<Record<string, StandingAnswer>> {
  const rows = await db
    .selectFrom('application_answer')
    .innerJoin('account', 'account.id', 'application_answer.saved_by')
    .select(['question', 'value', 'revision', 'saved_at as savedAt', 'account.name as savedBy'])
    .where('application_id', '=', applicationId)
    .execute();
  return Object.fromEntries(
    rows.map(({ question, value, ...rest }) => [question, { value: answerShape.parse(value), ...rest }]),
  );
}

export const valuesOf = (standing: Record<string, { value: Answer }>): Answers =>
  Object.fromEntries(Object.entries(standing).map(([question, { value }]) => [question, value]));

export const answersOf = async (db: Kysely<Database>, applicationId: string): Promise<Answers> =>
  valuesOf(await standingOf(db, applicationId));

/** Whether an answer was saved after the last sending: the extra fee may arrive before what is paid for was sent. */
export async function changedSinceSent(db: Kysely<Database>, applicationId: string) {
  const changed = await db
    .selectFrom('application_answer')
    .select('question')
    .where('application_id', '=', applicationId)
    .where('saved_at', '>', ({ selectFrom }) =>
      selectFrom('application_copy')
        .select(({ fn }) => fn.max('submitted_at').as('at'))
        .where('application_id', '=', applicationId),
    )
    .limit(1)
    .executeTakeFirst();
  return changed !== undefined;
}

/** The wordings of answers at the revisions somebody saw: what their edit began from. */
export async function answersSeen(
  db: Kysely<Database>,
  applicationId: string,
  seen: Record<string, number>,
): Promise<Answers> {
  const wanted = Object.entries(seen).filter(([, revision]) => revision > 0);
  if (wanted.length === 0) return {};
  const rows = await db
    .selectFrom('application_answer_version')
    .select(['question', 'revision', 'value'])
    .where('application_id', '=', applicationId)
    .where(
      'question',
      'in',
      wanted.map(([question]) => question),
    )
    .where('revision', 'in', [...new Set(wanted.map(([, revision]) => revision))])
    .execute();
  return Object.fromEntries(
    rows
      .filter(({ question, revision }) => seen[question] === revision)
      .map(({ question, value }) => [question, answerShape.parse(value)]),
  );
}

/** Questions that nobody but one person answered since the revisions somebody saw. */
export async function answeredAloneSince(
  db: Kysely<Database>,
  applicationId: string,
  { seen, accountId }: { seen: Record<string, number>; accountId: string },
) {
  const rows = await db
    .selectFrom('application_answer_version')
    .select(['question', 'revision', 'saved_by as savedBy'])
    .where('application_id', '=', applicationId)
    .execute();
  const since = rows.filter(({ question, revision }) => revision > (seen[question] ?? 0));
  const shared = new Set(
    since.filter(({ savedBy }) => savedBy !== accountId).map(({ question }) => question),
  );
  return new Set(since.map(({ question }) => question).filter((question) => !shared.has(question)));
}

const text = z.string().catch('');
const texts = z.array(z.string()).catch([]);
const licenceShape = z
  .object({
    licence_authority: text,
    licence_country: text,
    licence_number: text,
    licence_valid_until: text,
  })
  .transform((row) => ({
    authority: row.licence_authority,
    jurisdiction: row.licence_country,
    number: row.licence_number,
    validUntil: row.licence_valid_until,
  }));
const corridorShape = z
  .object({ scope_origin: z.string(), scope_destination: z.string() })
  .transform((row) => `${row.scope_origin}-${row.scope_destination}`);

/** The few answers that registration, scope and lists are made of. Total: what is missing is empty. */
export const factsOf = (answers: Answers): Facts => ({
  legalName: text.parse(answers['legal_name']),
  tradingNames: texts.parse(answers['trading_names']),
  licences: z.array(licenceShape).catch([]).parse(answers['licences']),
  corridors: z.array(corridorShape).catch([]).parse(answers['scope_corridors']),
  sectors: texts.parse(answers['scope_sectors']),
  offices: texts.parse(answers['scope_offices']),
});
