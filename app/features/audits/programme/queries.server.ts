import { z } from 'zod';

import type { Auditor, Officer, Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';

import { noticeTypes } from '../model.ts';
import { whatIsTold } from './rules.ts';

const perPage = 50;
const listed = z.object({
  id: z.string(),
  type: z.enum(['surveillance', 'recertification']),
  noticeType: z.enum(noticeTypes),
  windowFrom: z.string(),
  dueOn: z.string(),
  recruiter: z.string(),
  number: z.string(),
  risk: z.enum(['low', 'medium', 'high']),
});
type Reader = Auditor | Reviewer | Officer | Recruiter;

const readerOf = {
  auditor: 'audit_body',
  reviewer: 'audit_body',
  officer: 'scheme',
  recruiter: 'recruiter',
} as const;

/** The programme's open audits in the actor's sight, the soonest due first; a recruiter's hold only what is told. */
export async function listProgramme({ db, actor }: Pick<Scope<Reader>, 'db' | 'actor'>, page: number) {
  const told = noticeTypes.filter((type) => whatIsTold(type, readerOf[actor.kind]) !== 'nothing');
  const matching = db
    .selectFrom('audit_programme_entry as entry')
    .innerJoin('audit_programme', 'audit_programme.certificate_id', 'entry.certificate_id')
    .innerJoin('certificate', 'certificate.id', 'entry.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .where('entry.dropped_at', 'is', null)
    .where('entry.notice_type', 'in', told)
    .$if(actor.kind === 'auditor' || actor.kind === 'reviewer', (query) =>
      query.where('certificate.audit_body_id', '=', actor.organisationId),
    )
    .$if(actor.kind === 'recruiter', (query) =>
      query.where('certificate.organisation_id', '=', actor.organisationId),
    );
  const [rows, { count }] = await Promise.all([
    matching
      .select([
        'entry.id',
        'entry.type',
        'entry.notice_type as noticeType',
        'entry.window_from as windowFrom',
      ])
      .select(['entry.due_on as dueOn', 'organisation.name as recruiter', 'certificate.number'])
      .select('audit_programme.risk')
      .orderBy('entry.due_on')
      .orderBy('entry.id')
      .limit(perPage)
      .offset((page - 1) * perPage)
      .execute(),
    matching.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  const entries = z.array(listed).parse(rows);
  return { entries, count, pages: Math.max(1, Math.ceil(count / perPage)) };
}
