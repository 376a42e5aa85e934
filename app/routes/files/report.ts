import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { findReportFile } from '#app/features/audits/report/final.server.ts';
import { mayReadReport } from '#app/features/audits/report/policy.ts';
import { handOver } from '#app/platform/files/serve.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { allowed, found } from '#app/platform/http.server.ts';

/** The final report as its PDF, for those who may read it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['auditId'])));
  allowed(mayReadReport(scope.actor, audit));
  const file = found(await findReportFile(scope.db, audit.id));
  const filename = `${audit.reference} report.pdf`;
  return handOver(theStorage(), { ...file, filename, mediaType: 'application/pdf' });
}
