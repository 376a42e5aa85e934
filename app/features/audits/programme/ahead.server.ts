import { z } from 'zod';

import type { Scope } from '#app/platform/scope.ts';
import { daysTold } from '#db/days-told.ts';

import { aheadStates, auditStates, auditTypes } from '../model.ts';
import { visibleTo } from '../sight.server.ts';
import { auditsLike } from './narrowing/queries.server.ts';
import type { Narrowing } from './narrowing/rules.ts';
import type { Reader } from './queries.server.ts';

/** The months hold the rest. */
const most = 50;

const ahead = z.object({
  id: z.string(),
  reference: z.string(),
  type: z.enum(auditTypes),
  state: z.enum(auditStates),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  recruiter: z.string(),
  body: z.string(),
  lead: z.string().nullable(),
});
type AuditAhead = z.output<typeof ahead>;

/** Audits that somebody scheduled and whose fieldwork is not over, the nearest first; a recruiter reads those whose days it was told. */
export async function listAhead(
  { db, actor, now }: Pick<Scope<Reader>, 'db' | 'actor' | 'now'>,
  narrowing: Narrowing,
): Promise<{ audits: AuditAhead[]; count: number }> {
  const matching = visibleTo({ db, actor, now })
    .innerJoin('organisation', 'organisation.id', 'audit.organisation_id')
    .where('audit.state', 'in', aheadStates)
    .where(auditsLike(narrowing))
    .$if(actor.kind === 'recruiter', (query) => query.where(daysTold));
  const [rows, { count }] = await Promise.all([
    matching
      .innerJoin('organisation as body', 'body.id', 'audit.audit_body_id')
      .leftJoin('audit_team_member as lead', (join) =>
        join.onRef('lead.audit_id', '=', 'audit.id').on('lead.role', '=', 'lead_auditor'),
      )
      .leftJoin('account', 'account.id', 'lead.account_id')
      .select(['audit.id', 'audit.reference', 'audit.type', 'audit.state', 'organisation.name as recruiter'])
      .select(['audit.starts_on as startsOn', 'audit.ends_on as endsOn', 'body.name as body'])
      .select('account.name as lead')
      .orderBy('audit.starts_on')
      .orderBy('audit.id')
      .limit(most)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { audits: z.array(ahead).parse(rows), count };
}
