import type { Kysely } from 'kysely';

import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { lodgeCertificateAppeal } from '#app/features/certificates/appeals/commands/lodge-appeal.server.ts';
import type { DecideForm } from '#app/features/certificates/appeals/forms.ts';
import {
  confirmDecision,
  proposeDecision,
} from '#app/features/certificates/appeals/proposal/commands.server.ts';
import { listDecisions } from '#app/features/certificates/appeals/decisions.server.ts';
import { suspendCertificate } from '#app/features/certificates/status-commands.server.ts';
import type { Decider, Officer, Recruiter, Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { aPerson, done } from './audits.ts';
import { aCertificate, suspension } from './certificates.ts';

type Given = Awaited<ReturnType<typeof aCertificate>>;

export const grounds = {
  grounds: 'The receipts are of another agency, as their heads show.',
  stayAsked: true,
};
export const upheld = { outcome: 'upheld' as const, reasons: 'The receipts do name another agency.' };
export const dismissed = {
  outcome: 'dismissed' as const,
  reasons: 'The receipts name the agency after all.',
};
export const free = { conflicted: false, statement: 'No work, kinship or money ties in two years.' };
export const days = (count: number) => new Date(Date.parse('2026-03-01T09:00:00Z') + count * 86_400_000);

const suspended = async ({ as, officer, certificateId }: Given) =>
  done(await suspendCertificate(as(officer), certificateId, suspension));

/** A decision on a certificate, appealed against by its holder; `judge` had no part in it and declared so. */
export async function anAppeal(
  db: Kysely<Database>,
  work: () => Promise<void>,
  decide: (given: Given) => Promise<unknown> = suspended,
) {
  const given = await aCertificate(db, work);
  await decide(given);
  const owner = { ...given.recruiter, owner: true };
  const [decision] = await listDecisions(db, given.agency.id);
  const { appealId } = done(await lodgeCertificateAppeal(given.as(owner), decision?.ref ?? '', grounds));
  const scheme = { id: given.officer.organisationId, kind: 'scheme' as const };
  const judge = given.as(await aPerson(db, scheme, 'officer', 'Ines Costa'));
  done(await declareForAppeal(judge, appealId, free));
  return { ...given, appealId, judge, owner };
}

/** Somebody else of the scheme who had no part in it, and declared so. */
export async function aSecond({ db, actor, now }: Scope<Officer | Decider>, appealId: string) {
  const scheme = { id: actor.organisationId, kind: 'scheme' as const };
  const second = { db, now, actor: await aPerson(db, scheme, 'officer', 'Luca Marin') };
  done(await declareForAppeal(second, appealId, free));
  return second;
}

type RawDecision = { outcome: string; reasons: string; by: string; proposer: string; at?: string };

/** As SQL past every command: one proposed it, another confirms and with that decides; `at` is an expression. */
export const rawDecision = ({ outcome, reasons, by, proposer, at = 'now()' }: RawDecision) => `
  insert into certificate_appeal_proposal (appeal_id, round, outcome, reasons, proposed_by, proposed_at)
    select id, 1, '${outcome}', '${reasons}', '${proposer}', ${at} from certificate_appeal;
  update certificate_appeal_proposal set answer = 'confirmed', answered_by = '${by}', answered_at = ${at};
  update certificate_appeal set outcome = '${outcome}', reasons = '${reasons}', decided_by = '${by}', decided_at = ${at}`;

/** One proposes, a second confirms; refused as the first of them is. */
export async function decidedByTwo(judge: Scope<Officer | Decider>, appealId: string, form: DecideForm) {
  const proposed = await proposeDecision(judge, appealId, form);
  if (!proposed.ok) return proposed;
  return confirmDecision(await aSecond(judge, appealId), appealId, proposed.value);
}

/** Each status of the one certificate, in order: what was done, and how it stood then. */
export async function historyOf(db: Kysely<Database>) {
  const rows = await db
    .selectFrom('certificate_status')
    .select(['action', 'status'])
    .orderBy('position')
    .execute();
  return rows.map(({ action, status }) => `${action} ${status}`);
}

type Parties = { db: Kysely<Database>; owner: Recruiter; judge: Officer; now: Date };

/** The whole of an appeal in one moment, against whatever of the holder stands; refused where nothing does. */
export async function appealed(
  { db, owner, judge, now }: Parties,
  outcome: 'upheld' | 'stayed_then_dismissed',
) {
  const decision = (await listDecisions(db, owner.organisationId)).find(({ appealed: once }) => !once);
  const lodged = await lodgeCertificateAppeal({ db, actor: owner, now }, decision?.ref ?? '', grounds);
  if (!lodged.ok) return lodged;
  const { appealId } = lodged.value;
  const scope = { db, actor: judge, now };
  done(await declareForAppeal(scope, appealId, free));
  if (outcome === 'upheld') return decidedByTwo(scope, appealId, upheld);
  done(await decideStay(scope, appealId, { stay: 'granted', reasons: dismissed.reasons }));
  return decidedByTwo(scope, appealId, dismissed);
}
