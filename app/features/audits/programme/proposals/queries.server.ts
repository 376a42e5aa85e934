import { sql, type Kysely } from 'kysely';

import { addDays, dayOf } from '#app/platform/calendar.ts';
import { isId } from '#app/platform/database/ids.server.ts';
import type { Officer, Scope } from '#app/platform/scope.ts';
import type { Task } from '#app/platform/task.ts';
import type { Database } from '#db/client.server.ts';
import { hasTie } from '#db/has-tie.ts';

const most = 20;
/** The scheme answers within so many days. */
const answerDays = 5;

/** Who is tied to a recruiter learns of no audit of it that it is not told. */
const proposals = (db: Kysely<Database>, { accountId }: Officer, now: Date) =>
  db
    .selectFrom('audit_proposal as proposal')
    // Of the certificate that stands in the place of the one it was proposed for, if another does.
    .innerJoin('certificate', (join) =>
      join.on(
        'certificate.id',
        '=',
        sql<string>`coalesce(certificate_bearing(proposal.certificate_id), proposal.certificate_id)`,
      ),
    )
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .leftJoin('licence', 'licence.id', 'proposal.licence_id')
    .leftJoin('claim_misuse as misuse', 'misuse.id', 'proposal.misuse_id')
    .leftJoin('material_change as change', 'change.id', 'proposal.change_id')
    .select(['proposal.id', 'certificate.id as certificateId', 'proposal.proposed_at as proposedAt'])
    .select(['certificate.number', 'organisation.name as recruiter', 'proposal.outcome'])
    .select(['licence.id as licenceId', 'licence.authority', 'licence.number as licence', 'licence.standing'])
    .select(['misuse.id as misuseId', 'misuse.place', 'proposal.draw_id as drawId'])
    .select([
      'change.id as changeId',
      'change.kind as changed',
      'change.what',
      'change.changed_on as changedOn',
    ])
    .where(({ not }) => not(hasTie(accountId, sql.ref('organisation.id'), dayOf(now))));

export const findProposal = ({ db, actor, now }: Scope<Officer>, id: string) =>
  proposals(db, actor, now).where(isId('proposal.id', id)).executeTakeFirst();

/** Special audits that were proposed and not answered, the longest waiting first. */
export async function listProposalTasks({ db, actor, now }: Scope<Officer>): Promise<Task[]> {
  const rows = await proposals(db, actor, now)
    .where('proposal.outcome', 'is', null)
    .orderBy('proposal.proposed_at')
    .orderBy('proposal.id')
    .limit(most)
    .execute();
  return rows.map(({ id, recruiter, number, proposedAt, ...cause }) => ({
    id,
    what: `Order a special audit of ${recruiter}, or say why not: ${causeOf(cause)}`,
    about: number,
    due: addDays(dayOf(proposedAt), answerDays),
    href: `/scheme/audit-proposals/${id}`,
    action: 'Decide',
  }));
}

type Caused = { misuseId: string | null; drawId: string | null; changeId: string | null };

function causeOf({ misuseId, drawId, changeId }: Caused) {
  if (drawId) return 'it was drawn at random';
  if (changeId) return 'it reported a change in the agency';
  return misuseId ? 'it misused its certificate' : 'a licence was sanctioned';
}
