import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';

import { renewSession } from '#app/features/accounts/admission.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { found } from '#app/platform/http.server.ts';

/** Switching is a form; whoever types the address is shown the list. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'enrolling');
  return redirect('/places');
}

export async function action({ request, params }: ActionFunctionArgs) {
  await enter(request, 'enrolling');
  const headers = found(await renewSession(request, { membershipId: found(params['membershipId']) }));
  return redirect('/now', { headers });
}
