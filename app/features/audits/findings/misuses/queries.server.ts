import type { Kysely } from 'kysely';

import { isId } from '#app/platform/database/ids.server.ts';
import type { Auditor, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';

import { raisingStates } from '../../fieldwork/model.ts';
import type { Audit } from '../../model.ts';
import { claimsIndicator } from './rules.ts';

const most = 50;

const open = (db: Kysely<Database>) =>
  db
    .selectFrom('claim_misuse as misuse')
    .innerJoin('certificate', 'certificate.id', 'misuse.certificate_id')
    .leftJoin('standing_misuse_finding as link', 'link.misuse_id', 'misuse.id')
    .where('link.finding_id', 'is', null);

/** Misuses of the holder's certificate that are no finding yet. Ask only with an audit that was found. */
export const listOpenMisuses = async (
  db: Kysely<Database>,
  { type, organisationId, schemeVersionId }: Pick<Audit, 'type' | 'organisationId' | 'schemeVersionId'>,
) =>
  type === 'stage1'
    ? []
    : open(db)
        .select(['misuse.id', 'misuse.place', 'misuse.seen_on as seenOn', 'misuse.what'])
        .where('certificate.organisation_id', '=', organisationId)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('indicator')
              .select('indicator.code')
              .where('indicator.scheme_version_id', '=', schemeVersionId)
              .where('indicator.code', '=', claimsIndicator),
          ),
        )
        .orderBy('misuse.recorded_at')
        .limit(most)
        .execute();

/** One of the audited holder, a finding by now or not. */
export async function findMisuse(
  db: Kysely<Database>,
  { organisationId }: Pick<Audit, 'organisationId'>,
  id: string,
) {
  const row = await db
    .selectFrom('claim_misuse as misuse')
    .innerJoin('certificate', 'certificate.id', 'misuse.certificate_id')
    .leftJoin('standing_misuse_finding as link', 'link.misuse_id', 'misuse.id')
    .leftJoin('claim_use as granted', 'granted.id', 'misuse.claim_id')
    .select(['misuse.id', 'misuse.place', 'misuse.seen_on as seenOn', 'misuse.what', 'misuse.evidence'])
    .select(['certificate.number', 'granted.place as granted', 'link.finding_id as findingId'])
    .select('misuse.recorded_by as recordedBy')
    .where(isId('misuse.id', id))
    .where('certificate.organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row && { ...row, raised: row.findingId !== null };
}

/** Misuses that wait in an audit under way, for everyone on its team. */
export async function listMisuseTasks({ db, actor }: Scope<Auditor>): Promise<Task[]> {
  const rows = await open(db)
    .innerJoin('audit', 'audit.organisation_id', 'certificate.organisation_id')
    .innerJoin('audit_team_member as mine', 'mine.audit_id', 'audit.id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['misuse.id', 'audit.id as auditId', 'audit.reference', 'organisation.name as recruiter'])
    .where('mine.account_id', '=', actor.accountId)
    .where('audit.audit_body_id', '=', actor.organisationId)
    .where('audit.type', '<>', 'stage1')
    .where('audit.state', 'in', raisingStates)
    .orderBy('misuse.recorded_at')
    .limit(20)
    .execute();
  return rows.map(({ id, auditId, reference, recruiter }) => ({
    ...{ id: `${auditId}-${id}`, what: `Raise the finding: ${recruiter} misused its certificate` },
    ...{ about: reference, due: null, href: `/audits/${auditId}/misuses/${id}`, action: 'Raise' },
  }));
}
