import { sql, type ExpressionBuilder } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { z } from 'zod';

import type { Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

/** Of special audits and follow-ups the register says nothing: they are about a cause, and not about the cycle. */
const regular = ['stage2', 'surveillance', 'recertification'];

type Counted = { id: string | null; application_id: string | null };
type Where = ExpressionBuilder<Database & { certificate: Counted }, 'certificate'>;

/** The last audit of the cycle whose report was final before `end`, or is: before that nobody is told that it was held. */
export const lastAudit = ({ selectFrom }: Where, end?: Date) =>
  jsonObjectFrom(
    selectFrom('audit')
      .select('audit.type')
      // The builder knows no time zones.
      .select(sql<string>`(audit.fieldwork_done_at at time zone 'UTC')::date`.as('endedOn'))
      .whereRef('audit.application_id', '=', 'certificate.application_id')
      .where('audit.type', 'in', regular)
      .where('audit.reviewed_at', 'is not', null)
      .$if(end !== undefined, (query) => query.where('audit.reviewed_at', '<', end ?? null))
      .where('audit.fieldwork_done_at', 'is not', null)
      .orderBy('audit.fieldwork_done_at', 'desc')
      .limit(sql.lit(1)),
  );

/**
 * The window its programme has for the next one, which follows from the dates of the certificate alone: not the days of an
 * audit, not what is told of them, not what a risk added, and nothing of one that is late.
 */
export const nextAudit =
  (today: Day, end?: Date) =>
  ({ selectFrom }: Where) =>
    jsonObjectFrom(
      selectFrom('audit_programme_entry as entry')
        .select(['entry.window_from as from', 'entry.due_on as until'])
        .whereRef('entry.certificate_id', '=', 'certificate.id')
        .where('entry.reason', '=', 'cycle')
        .where(({ or, eb }) =>
          or([eb('entry.dropped_at', 'is', null), ...(end ? [eb('entry.dropped_at', '>=', end)] : [])]),
        )
        .where('entry.due_on', '>=', today)
        .where(({ not, exists, selectFrom: from }) =>
          not(
            exists(
              from('audit')
                .select('audit.id')
                .whereRef('audit.id', '=', 'entry.audit_id')
                .where('audit.reviewed_at', 'is not', null)
                .$if(end !== undefined, (query) => query.where('audit.reviewed_at', '<', end ?? null)),
            ),
          ),
        )
        .orderBy('entry.due_on')
        .limit(sql.lit(1)),
    );

export const auditsShape = z.object({
  lastAudit: z
    .object({ type: z.enum(['stage2', 'surveillance', 'recertification']), endedOn: z.string() })
    .nullable(),
  nextAudit: z.object({ from: z.string(), until: z.string() }).nullable(),
});
