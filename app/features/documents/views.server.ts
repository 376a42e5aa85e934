import { sql } from 'kysely';

import type { Scope, SignedIn } from '#app/platform/scope.ts';
import { daysTold } from '#db/days-told.ts';

const most = 200;

/**
 * Between these moments nobody who prepares an audit is shown to its recruiter: since one was scheduled of which the days
 * were never told, or since the scheme ordered one, for as long as nobody told it. Cancelled untold, it stays untold.
 */
const preparing = sql<boolean>`(
  exists (select 1 from audit where audit.organisation_id = document.organisation_id and not ${daysTold}
    and document_view.seen_at >= coalesce(audit.notified_at, audit.scheduled_at)
    and document_view.seen_at <= coalesce(audit.cancelled_at, 'infinity'))
  or exists (select 1 from audit_programme_entry entry join certificate on certificate.id = entry.certificate_id
      left join audit on audit.id = entry.audit_id
    where certificate.organisation_id = document.organisation_id and entry.ordered_at <= document_view.seen_at
      and entry.dropped_at is null and not ${daysTold}))`;

/**
 * The last who saw a document, newest first. Who opens it while an audit is prepared that the recruiter is not told of
 * would tell of it by a name and a minute: the recruiter reads of the scheme's and the audit body's people once it knows
 * (domain 2.4, notice).
 */
export const listViews = ({ db, actor }: Pick<Scope<SignedIn>, 'db' | 'actor'>, documentId: string) =>
  db
    .selectFrom('document_view')
    .innerJoin('document', 'document.id', 'document_view.document_id')
    .innerJoin('account', 'account.id', 'document_view.account_id')
    .select(['document_view.id', 'version', 'account.name', 'seen_at as seenAt'])
    .where('document_id', '=', documentId)
    .$if(actor.kind === 'recruiter', (views) =>
      views.where(({ or, not, exists, selectFrom }) =>
        or([
          exists(
            selectFrom('membership')
              .select('membership.id')
              .whereRef('membership.account_id', '=', 'document_view.account_id')
              .whereRef('membership.organisation_id', '=', 'document.organisation_id'),
          ),
          not(preparing),
        ]),
      ),
    )
    .orderBy('seen_at', 'desc')
    .orderBy('document_view.id', 'desc')
    .limit(most)
    .execute();
