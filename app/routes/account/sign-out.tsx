import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';

import { enter, signOut } from '#app/features/accounts/session.server.ts';

/** Signing out is a form; whoever types the address is shown the way. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return redirect('/now');
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'visitor');
  return redirect('/', { headers: { 'Set-Cookie': await signOut(request) } });
}
