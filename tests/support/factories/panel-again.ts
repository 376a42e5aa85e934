import type { Kysely } from 'kysely';

import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { askForLift } from '#app/features/certificates/decisions/commands/ask-lift.server.ts';
import { castVote } from '#app/features/certificates/decisions/commands/cast-vote.server.ts';
import { declareInterest } from '#app/features/certificates/decisions/commands/declare-interest.server.ts';
import { answerExtension, askForExtension } from '#app/features/certificates/extension/commands.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import { addDays } from '#app/platform/calendar.ts';
import type { Decider, Officer } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { decidedByTwo, free, grounds, upheld } from './appeals.ts';
import { aPerson, done } from './audits.ts';
import {
  aCertificate,
  ballotOn,
  matterOf,
  noInterest,
  refusal,
  suspension,
  type grant,
} from './certificates.ts';
import { aReadyAudit } from './matters.ts';

export type Held = Awaited<ReturnType<typeof aCertificate>>;
export const on = (day: string) => new Date(`${day}T09:00:00Z`);
export const asked = {
  corridors: ['NP-JP'],
  sectors: [],
  offices: ['Biratnagar'],
  grounds: 'We opened an office in Biratnagar and hold the licence for Japan.',
};
const answer = 'The new office has to be seen, and workers of the new corridor heard.';

async function scopeAudited(given: Held, work: () => Promise<void>): Promise<string | undefined> {
  done(await askForExtension(given.as(given.recruiter), asked));
  const needed = { outcome: 'audit_needed' as const, answer, dueOn: '2026-06-30' };
  done(await answerExtension(given.as(given.officer), given.certificateId, needed));
  await work();
  const { id: entryId } = await given.db
    .selectFrom('audit_programme_entry')
    .select('id')
    .where('type', '=', 'scope_extension')
    .executeTakeFirstOrThrow();
  return aReadyAudit({ ...given, entryId }, 'scope_extension', '2026-06-10');
}

async function liftAsked(given: Held): Promise<string | undefined> {
  const officer = given.as(given.officer);
  done(await suspendCertificate(officer, given.certificateId, suspension));
  done(await askForLift(officer, given.certificateId, { note: answer }));
  return undefined;
}

/** `open` puts it before the panel and gives the audit it rests on, where there is one. */
type Case = { day: string; open: (given: Held, work: () => Promise<void>) => Promise<string | undefined> };

/** How each kind of matter comes before the panel, and a day on which it is decided. */
export const cases = {
  recertification: {
    day: '2028-10-10',
    open: (given) => aReadyAudit(given, 'recertification', '2028-10-01'),
  },
  restoration: { day: '2029-04-10', open: (given) => aReadyAudit(given, 'recertification', '2029-04-01') },
  scope_extension: { day: '2026-06-20', open: scopeAudited },
  lift: { day: '2026-04-01', open: liftAsked },
} satisfies Record<string, Case>;

/** A member of the panel declares on what is open, and votes on a day. */
export async function voteOn(
  given: Held,
  { actor, day }: { actor: Decider; day: string },
  form: typeof grant | typeof refusal,
) {
  const scope = { db: given.db, actor, now: on(day) };
  const id = await matterOf(given.db, given.applicationId);
  const declared = await declareInterest(scope, id, noInterest);
  return declared.ok ? castVote(scope, id, await ballotOn(scope, id, form)) : declared;
}

/** The holder appeals against the refusal it has not appealed against yet. */
export async function lodged({ db, recruiter, agency }: Held, day: string) {
  const open = await listDecisions(db, agency.id);
  const decision = open.find(({ against, appealed }) => against === 'refused' && !appealed);
  const scope = { db, actor: { ...recruiter, owner: true }, now: on(day) };
  return done(await lodgeCertificateAppeal(scope, decision?.ref ?? '', grounds)).appealId;
}

/** What the panel refused on a day, the appeal against it lodged the next; nothing of it is decided yet. */
export async function refusedOnce(db: Kysely<Database>, work: () => Promise<void>, { day, open }: Case) {
  const given = await aCertificate(db, work);
  await open(given, work);
  await work();
  done(await voteOn(given, { actor: given.decider, day }, refusal));
  await work();
  const appealId = await lodged(given, addDays(day, 1));
  const owner = { ...given.recruiter, owner: true };
  const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
  const judge = await aPerson(db, scheme, 'officer', 'Ines Costa');
  const other = await aPerson(db, scheme, 'decider', 'Another Decider');
  return { ...given, day, appealId, judge, other, owner };
}
export type RefusedOnce = Awaited<ReturnType<typeof refusedOnce>>;

/** Somebody who had no part in it declares and upholds the appeal, some days after the refusal. */
export async function upholds(
  given: RefusedOnce,
  { actor = given.judge, after = 5 }: { actor?: Officer | Decider; after?: number } = {},
) {
  const scope = { db: given.db, actor, now: on(addDays(given.day, after)) };
  const declared = await declareForAppeal(scope, given.appealId, free);
  if (!declared.ok) return declared;
  return decidedByTwo(scope, given.appealId, upheld);
}
