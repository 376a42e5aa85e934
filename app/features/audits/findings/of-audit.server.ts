import type { Auditor, Decider, Officer, Recruiter, Reviewer, Scope } from '#app/platform/scope.ts';

import { raise } from '../fieldwork/rules.ts';
import type { Audit } from '../model.ts';
import { picturesOfAudit } from '../pictures/pictured.server.ts';
import { mayAudit } from '../policy.ts';
import { breakdownsOf } from './breakdowns/queries.server.ts';
import { listFindingsOfAudit } from './lists.server.ts';

type Reader = Scope<Auditor | Reviewer | Recruiter | Officer | Decider>;
export type AuditFindings = Awaited<ReturnType<typeof findingsOf>>;

/** What an audit's page shows of its findings; what minors suggest is not the recruiter's to read. */
export async function findingsOf(scope: Reader, audit: Audit) {
  const { actor, db } = scope;
  const findings = await listFindingsOfAudit(scope, audit.id);
  const [pictures, breakdowns] = await Promise.all([
    findings.length > 0 ? picturesOfAudit(scope, audit) : null,
    actor.kind === 'recruiter' ? null : breakdownsOf(db, audit),
  ]);
  return { findings, pictures, breakdowns, answers: mayAudit(actor, audit) && raise(audit).ok };
}
