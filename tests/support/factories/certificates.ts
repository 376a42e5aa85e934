import type { Kysely } from 'kysely';

import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import type { VoteForm } from '#app/features/certificates/decisions/forms.ts';
import { openPoints, standingOf } from '#app/features/certificates/decisions/matters.server.ts';
import type { Decider, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import {
  anEngagement,
  assessAll,
  done,
  fewHeard,
  fieldwork,
  sentForCheck,
  type Engagement,
} from './audits.ts';

const reasons = 'The system works and workers confirmed that they paid nothing.';
export const grant = { vote: 'grant' as const, reasons };
export const refusal = { vote: 'refuse' as const, reasons };
export const noInterest = { conflicted: false, statement: 'No work, kinship or money ties in two years.' };
export const suspension = {
  reasonClass: 'fees_charged' as const,
  note: 'Seven workers showed receipts for placement fees.',
};

/** One that papers end, and an officer lifts. */
export const ownSuspension = {
  reasonClass: 'own_request' as const,
  note: 'The agency asked to pause while it moves its office.',
};

/** A recruiter on the register whose audit is done: the panel has its package. */
export const aPackage = async (db: Kysely<Database>, work: () => Promise<void>) =>
  packageOf(await anEngagement(db), work, 'LRN00012603');

/** The same of a recruiter that is there already, on the register under a number. */
export async function packageOf(given: Engagement, work: () => Promise<void>, number: string) {
  await given.db
    .insertInto('registration')
    .values({
      organisation_id: given.agency.id,
      number,
      application_id: given.applicationId,
      accepted_on: '2026-03-01',
      trading_names: ['Himal'],
    })
    .execute();
  const id = await fieldwork(given);
  await work();
  await assessAll(given, id);
  done(await closeFieldwork(given.as(given.lead), id, fewHeard));
  await sentForCheck(given, id);
  done(await endFactCheck(given.as(given.recruiter), id));
  done(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }));
  await work();
  return { ...given, auditId: id };
}
export type DecisionPackage = Awaited<ReturnType<typeof packageOf>>;

/** The matter an application is before the panel with. */
export const matterOf = async (db: Kysely<Database>, applicationId: string) =>
  (
    await db
      .selectFrom('decision_matter')
      .select('id')
      .where('application_id', '=', applicationId)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow()
  ).id;

type Vote = Pick<VoteForm, 'vote' | 'reasons'> & Partial<VoteForm>;

/** A whole vote on the package as it stands: what is open in it has its word. */
export async function ballotOn({ db, actor, now }: Scope<Decider>, matterId: string, vote: Vote) {
  const { package: reference } = await standingOf(db, matterId, { accountId: actor.accountId, now });
  const open = await openPoints(db, matterId);
  const points = open.map(({ id }) => ({
    findingId: id,
    reasons: 'The plan for it is sound and under way.',
  }));
  return { points, conditions: [], package: reference, ...vote };
}

/** A member of the panel declares to be free and votes. */
export async function vote(scope: Scope<Decider>, applicationId: string, form: Vote) {
  const id = await matterOf(scope.db, applicationId);
  done(await declareInterest(scope, id, noInterest));
  return castVote(scope, id, await ballotOn(scope, id, form));
}

/** The same, granted: a certificate in force since the first of March 2026. */
export const aCertificate = async (db: Kysely<Database>, work: () => Promise<void>) =>
  certified(await aPackage(db, work), work);

export async function certified(given: DecisionPackage, work: () => Promise<void>) {
  done(await vote(given.as(given.decider), given.applicationId, grant));
  await work();
  const { id, number } = await given.db
    .selectFrom('certificate')
    .select(['id', 'number'])
    .where('application_id', '=', given.applicationId)
    .executeTakeFirstOrThrow();
  return { ...given, certificateId: id, number };
}
