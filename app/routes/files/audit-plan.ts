import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { planContent } from '#app/features/audits/planning/paper/content.server.ts';
import { planAsPdf } from '#app/features/audits/planning/paper/plan-paper.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** The plan of an audit as a PDF: with what it rests on for those who audit, as it was told for the recruiter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['auditId'])));
  const content = found(await planContent(scope, audit));
  return downloadBytes(await planAsPdf(content), {
    filename: `${audit.reference} plan.pdf`,
    mediaType: 'application/pdf',
  });
}
