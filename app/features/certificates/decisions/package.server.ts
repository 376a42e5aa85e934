import type { Decider, Scope } from '#app/platform/scope.ts';

import { listLife } from '../life/queries.server.ts';
import { findAbandoned } from './abandoned.server.ts';
import { findSample, listAudits, listFindings, listRemedies } from './evidence.server.ts';
import { findMatter, standingOf } from './matters.server.ts';
import { listMeetingsOf } from './meetings/queries.server.ts';
import { mayVote, read } from './rules.ts';
import { listDepartures, listNotCovered, listObjections } from './team-changes.server.ts';
import { listWithdrawn } from './withdrawn/queries.server.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findMatter>>>;

/**
 * A matter and, for a member who declared and had no part in it, what lies before the panel. The reference is taken
 * before the contents are read: what changes in between is found out when the vote is cast.
 */
export async function findPackage(scope: Scope<Decider>, id: string) {
  const { db, actor, now } = scope;
  const matter = await findMatter(db, id);
  if (!matter) return undefined;
  const who = { accountId: actor.accountId, now };
  const { member, package: reference } = await standingOf(db, matter.id, who);
  const reader = read(member);
  const standing = mayVote(matter, member, now);
  if (!reader.ok) return { matter, member, standing, refusal: reader.refusal, contents: undefined };
  const contents = { reference, ...(await readContents(scope, matter)) };
  return { matter, member, standing, refusal: undefined, contents };
}

async function readContents(scope: Scope<Decider>, matter: Found) {
  const { db } = scope;
  const { applicationId, organisationId } = matter;
  const [application, certificate, audits, findings, remedies, sample] = await Promise.all([
    findScope({ db }, applicationId),
    findHeld(scope, matter),
    listAudits({ db }, matter.id),
    listFindings({ db }, matter.id),
    listRemedies({ db }, matter.id),
    findSample({ db }, matter.id),
  ]);
  const [licences, decisions, meetings] = await Promise.all([
    listLicences({ db }, organisationId),
    listDecisions({ db }, organisationId),
    listMeetingsOf({ db }, matter.id),
  ]);
  const appeal = await findUpheld({ db }, matter);
  const withdrawn = await listWithdrawn({ db }, matter.id);
  const audited = {
    audits,
    findings,
    withdrawn,
    remedies,
    sample,
    teams: await readTeams({ db }, matter.id),
  };
  const abandoned = await findAbandoned({ db }, matter.auditId, matter.kind);
  return { application, certificate, appeal, abandoned, ...audited, licences, decisions, meetings };
}

async function readTeams({ db }: Pick<Scope, 'db'>, matterId: string) {
  const [departures, objections, notCovered] = await Promise.all([
    listDepartures({ db }, matterId),
    listObjections({ db }, matterId),
    listNotCovered({ db }, matterId),
  ]);
  return { departures, objections, notCovered };
}

/** The appeal that brought a matter back, in the words of both sides. */
function findUpheld({ db }: Pick<Scope, 'db'>, { appealId, applicationAppealId }: Found) {
  const said = ['grounds', 'reasons', 'decided_at as decidedAt'] as const;
  const one =
    appealId === null
      ? db.selectFrom('application_appeal').select(said).where('id', '=', applicationAppealId)
      : db.selectFrom('certificate_appeal').select(said).where('id', '=', appealId);
  return one.executeTakeFirst();
}

const findScope = ({ db }: Pick<Scope, 'db'>, applicationId: string) =>
  db
    .selectFrom('application')
    .leftJoin('organisation as body', 'body.id', 'application.audit_body_id')
    .select(['application.id', 'application.corridors', 'application.sectors', 'application.offices'])
    .select(['application.package_frozen_at as frozenAt', 'body.name as auditBody'])
    .where('application.id', '=', applicationId)
    .executeTakeFirstOrThrow();

/** The certificate that is to change, with its life; null where there is none yet. */
async function findHeld(scope: Scope<Decider>, { certificateId }: Found) {
  if (certificateId === null) return null;
  const held = await scope.db
    .selectFrom('certificate')
    .innerJoin('organisation as body', 'body.id', 'certificate.audit_body_id')
    .select(['certificate.id', 'certificate.number', 'certificate.status', 'certificate.corridors'])
    .select(['certificate.sectors', 'certificate.offices', 'body.name as auditBody'])
    .select(['certificate.valid_from as validFrom', 'certificate.valid_until as validUntil'])
    .where('certificate.id', '=', certificateId)
    .executeTakeFirstOrThrow();
  return { ...held, life: await listLife(scope, certificateId) };
}

const listLicences = ({ db }: Pick<Scope, 'db'>, organisationId: string) =>
  db
    .selectFrom('licence')
    .select(['id', 'authority', 'number', 'standing', 'valid_until as validUntil'])
    .where('organisation_id', '=', organisationId)
    .orderBy('valid_until')
    .limit(100)
    .execute();

/** What the panel decided about this recruiter before. */
const listDecisions = ({ db }: Pick<Scope, 'db'>, organisationId: string) =>
  db
    .selectFrom('certification_decision')
    .select(['id', 'kind', 'outcome', 'reasons', 'decided_at as decidedAt'])
    .where('organisation_id', '=', organisationId)
    .orderBy('decided_at', 'desc')
    .limit(50)
    .execute();
