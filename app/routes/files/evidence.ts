import type { LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findEvidenceFile } from '#app/features/audits/findings/lists.server.ts';
import { handOver } from '#app/platform/files/serve.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { found } from '#app/platform/http.server.ts';

/** A file sent as evidence, to those who may read its finding. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'recruiter', 'officer', 'decider');
  const round = Number(found(params['round']));
  const file = found(
    await findEvidenceFile(
      scope,
      found(params['findingId']),
      Number.isInteger(round) && round < 1000 ? round : 0,
    ),
  );
  return handOver(theStorage(), file);
}
