import type { Kysely } from 'kysely';

import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { notifyAudit } from '#app/features/audits/planning/commands/notify-audit.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { recordReadiness } from '#app/features/audits/fieldwork/commands/record-readiness.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { raiseFinding } from '#app/features/audits/findings/commands/raise-finding.server.ts';
import type { RaiseForm } from '#app/features/audits/findings/forms.ts';
import type { InitialType } from '#app/features/audits/model.ts';
import { approveBody } from '#app/features/bodies/approvals/commands.server.ts';
import { sectorCodes } from '#app/features/bodies/approvals/forms.ts';
import { foundOrganisation, type NewOrganisation } from '#app/features/accounts/commands.server.ts';
import { interimVersion, publishSchemeVersion } from '#app/features/scheme/commands.server.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { countryCodes } from '#app/platform/places.ts';
import type { Result } from '#app/platform/result.ts';
import type { Role, SignedIn } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { approvedAuditors, approvedReviewer } from './auditors.ts';
import { report } from './report-words.ts';

import { fewWorkers, smallAgency } from './ground.ts';

export const now = new Date('2026-03-01T09:00:00Z');
const today = dayOf(now);
const noPassword = '$argon2id$v=19$m=19456,t=2,p=1$none$none';

/** The value of what must have gone well for a test to begin. */
export function done<O extends Result<unknown>>(outcome: O): Extract<O, { ok: true }>['value'] {
  if (succeeded(outcome)) return outcome.value;
  throw new Error(`The test's own beginning was refused: ${JSON.stringify(outcome)}`);
}
const succeeded = <O extends Result<unknown>>(outcome: O): outcome is Extract<O, { ok: true }> => outcome.ok;

type Place = { id: string; kind: NewOrganisation['kind'] };

/** Somebody with a role; several in a place get addresses of their own. A reviewer is approved, once a scheme has an officer. */
export async function aPerson<K extends Role>(
  db: Kysely<Database>,
  { id, kind }: Place,
  role: K,
  name = `Some ${role}`,
) {
  const email = `${crypto.randomUUID()}@people.example`;
  const account = await db
    .insertInto('account')
    .values({ email, name, password_hash: noPassword, created_at: now, verified_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const first = await db
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', id)
    .executeTakeFirst();
  await db
    .insertInto('membership')
    .values({
      account_id: account.id,
      organisation_id: id,
      organisation_kind: kind,
      role,
      created_at: now,
      owner_since: first ? null : now,
    })
    .execute();
  if (role === 'reviewer') await approvedReviewer({ db, now }, id, account.id);
  return { kind: role, accountId: account.id, organisationId: id };
}

export async function aPlace(db: Kysely<Database>, kind: Place['kind'], name: string): Promise<Place> {
  return { kind, id: await foundOrganisation({ db, now }, { kind, name, country: 'NP' }) };
}

/** The scheme lets this body, and every auditor it has by now, audit everybody. */
export async function approved(db: Kysely<Database>, bodyId: string, officer: SignedIn) {
  await approvedAuditors({ db, now }, bodyId, officer);
  return done(
    await approveBody({ db, now, actor: officer }, bodyId, {
      countries: [...countryCodes],
      sectors: sectorCodes,
      validFrom: '2020-01-01',
      validUntil: '2050-12-31',
      ground: 'Accredited, its contract signed.',
    }),
  );
}

/** An audit body with people, a recruiter that engaged it, and the scheme. */
export async function anEngagement(db: Kysely<Database>) {
  await publishSchemeVersion({ db, now }, interimVersion);
  const body = await aPlace(db, 'audit_body', 'Meridian Audit');
  const agency = await aPlace(db, 'recruiter', 'Himal Workforce');
  const scheme = await aPlace(db, 'scheme', 'The scheme');
  const lead = await aPerson(db, body, 'auditor', 'Anjali Rao');
  const people = {
    lead,
    colleague: await aPerson(db, body, 'auditor', 'Bo Ek'),
    reviewer: await aPerson(db, body, 'reviewer', 'Tomas Lindqvist'),
    recruiter: await aPerson(db, agency, 'recruiter', 'Mina Rai'),
    officer: await aPerson(db, scheme, 'officer', 'Paolo Ferri'),
    decider: await aPerson(db, scheme, 'decider', 'Miriam Okafor'),
  };
  await approved(db, body.id, people.officer);
  const applicationId = await anApplication(db, { agency, body, startedBy: people.recruiter.accountId });
  return {
    db,
    applicationId,
    body,
    agency,
    ...people,
    as: <A extends SignedIn>(actor: A) => ({ db, actor, now }),
  };
}
export type Engagement = Awaited<ReturnType<typeof anEngagement>>;

type Applying = { agency: Place; body: Place; startedBy: string };

export async function anApplication(db: Kysely<Database>, { agency, body, startedBy }: Applying) {
  const { id } = await db
    .insertInto('application')
    .values({
      organisation_id: agency.id,
      scheme_version_id: interimVersion.id,
      state: 'engaged',
      started_at: now,
      started_by: startedBy,
      submitted_at: now,
      payment_due_on: today,
      paid_at: now,
      accepted_at: now,
      audit_body_id: body.id,
      engaged_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Another body and another recruiter with people of their own, who have no business here. */
export async function strangers(db: Kysely<Database>) {
  const body = await aPlace(db, 'audit_body', 'Compass Audit');
  const agency = await aPlace(db, 'recruiter', 'Sunrise Overseas');
  return {
    auditor: await aPerson(db, body, 'auditor'),
    reviewer: await aPerson(db, body, 'reviewer'),
    recruiter: await aPerson(db, agency, 'recruiter'),
  };
}

export const noConflict = { conflicted: false, statement: 'No ties to the recruiter at all.' };
export const cancelling = { reason: 'Two of the team fell ill; new days follow.' };
export const plan = {
  noticeType: 'announced' as const,
  startsOn: today,
  endsOn: addDays(today, 2),
  plan: 'Head office in Kathmandu, twelve worker interviews, records of one year.',
  lateReasons: '',
};

export const scheduled = async (
  { as, lead, applicationId }: Engagement,
  type: InitialType,
  colleagues: string[] = [],
) => done(await scheduleAudit(as(lead), applicationId, { type, colleagues })).id;

/** What a plan rests on. */
export async function prepared(given: Engagement, id: string) {
  done(await planSample(given.as(given.lead), id, fewWorkers));
  done(await calculateDays(given.as(given.lead), id, smallAgency));
}

export async function planned(given: Engagement, type: InitialType) {
  const id = await scheduled(given, type);
  const lead = given.as(given.lead);
  done(await declareConflict(lead, id, noConflict));
  await prepared(given, id);
  done(await planAudit(lead, id, plan));
  return id;
}

/** Told on its first day: tests do not wait for a fortnight. */
export async function notified(given: Engagement, type: InitialType) {
  const id = await planned(given, type);
  done(await notifyAudit(given.as(given.lead), id, { reason: 'The recruiter asked for these days.' }));
  return id;
}

/** Few tests are about interviews: the others close fieldwork with these. */
export const fewHeard = {
  reasons: 'The workers were on their way to Qatar; they are called in April.',
  coverage: 'It looks at what was found last year; the rest was seen in March.',
};

/** Stage 1 from its schedule to "ready". */
export async function readiness(given: Engagement) {
  const id = await notified(given, 'stage1');
  const lead = given.as(given.lead);
  done(await startAudit(lead, id));
  done(await closeFieldwork(lead, id, fewHeard));
  done(
    await recordReadiness(lead, id, {
      readiness: 'ready',
      summary: 'Papers are in order; stage 2 may begin.',
    }),
  );
  return id;
}

/** Stage 2 with its fieldwork going on. */
export async function fieldwork(given: Engagement) {
  await readiness(given);
  const id = await notified(given, 'stage2');
  done(await startAudit(given.as(given.lead), id));
  return id;
}

/** Why a finding is graded below what its indicator names. */
export const reasons = 'One schedule of forty, put right while we were there.';

export const raised = async (
  given: Engagement,
  auditId: string,
  grade: RaiseForm['grade'] = 'major',
  code = '1.1.2',
) =>
  done(
    await raiseFinding(given.as(given.lead), auditId, code, {
      grade,
      statement: 'The cost schedule names no payee.',
      evidence: 'Schedule of 3 January, seen on paper.',
      gradingReasons: reasons,
    }),
  ).id;

/** Every indicator conforms: rows at once, where the command would take one after the other. */
export async function assessAll({ db, lead }: Engagement, auditId: string) {
  const indicators = await db.selectFrom('indicator').select(['scheme_version_id', 'code']).execute();
  const found = { audit_id: auditId, conformity: 'conforms', assessed_at: now, assessed_by: lead.accountId };
  await db
    .insertInto('indicator_assessment')
    .values(
      indicators.map(({ code, scheme_version_id }) => ({
        ...found,
        scheme_version_id,
        indicator_code: code,
      })),
    )
    .execute();
}

/** The lead auditor writes the report and sends it to the recruiter. */
export async function sentForCheck({ as, lead }: Engagement, id: string) {
  done(await saveReport(as(lead), id, { ...report, revision: 0 }));
  done(await sendReport(as(lead), id));
}

/** Fieldwork, `begun` already or not, is over, with findings of these grades. */
export async function audited(given: Engagement, grades: RaiseForm['grade'][], begun?: string) {
  const id = begun ?? (await fieldwork(given));
  const findings: string[] = [];
  for (const grade of grades) findings.push(await raised(given, id, grade));
  await assessAll(given, id);
  done(await closeFieldwork(given.as(given.lead), id, fewHeard));
  return { id, findings };
}

/** Stage 2 whose report the recruiter is checking, with findings of these grades. */
export async function checking(given: Engagement, grades: RaiseForm['grade'][], begun?: string) {
  const { id, findings } = await audited(given, grades, begun);
  await sentForCheck(given, id);
  return { id, findings };
}

/** Stage 2 up to the review of its report, with findings of these grades. */
export async function reported(given: Engagement, grades: RaiseForm['grade'][]) {
  const { id, findings } = await checking(given, grades);
  done(await endFactCheck(given.as(given.recruiter), id));
  return { id, findings };
}

/** Stage 2 with its report final: the findings are issued and their clocks run. */
export async function issued(given: Engagement, ...grades: RaiseForm['grade'][]) {
  const { id, findings } = await reported(given, grades);
  done(await approveReport(given.as(given.reviewer), id, { note: '', revision: 1 }));
  return { id, findings, finding: findings[0] ?? '' };
}
