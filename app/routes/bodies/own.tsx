import { redirect, type LoaderFunctionArgs } from '@remix-run/node';

import { enter } from '#app/features/accounts/session.server.ts';

/** One's own audit body, under an address that is the same for everybody. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'auditor', 'reviewer');
  return redirect(`/audit-body/${actor.organisationId}`);
}
