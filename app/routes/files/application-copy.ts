import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import { mayOpen } from '#app/features/applications/review/queries.server.ts';
import { findCopy } from '#app/features/applications/sections/queries.server.ts';
import { copyAsPdf } from '#app/features/applications/ui/copy-paper.tsx';
import { downloadBytes, found } from '#app/platform/http.server.ts';

/** The application as it was last sent, as a PDF, to those who may read it; an officer declares first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter', 'officer', 'auditor', 'reviewer', 'decider');
  const { id, reference, recruiter } = found(await findApplication(scope, found(params['id'])));
  if (!(await mayOpen(scope, id))) return redirect(`/scheme/applications/${id}`);
  const copy = found(await findCopy(scope.db, id));
  const file = await copyAsPdf({ ...copy, reference, recruiter });
  return downloadBytes(file, {
    filename: `${reference} version ${copy.version}.pdf`,
    mediaType: 'application/pdf',
  });
}
