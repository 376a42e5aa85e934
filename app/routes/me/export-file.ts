import { Readable } from 'node:stream';

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';

import { exportAccount } from '#app/features/accounts/people/commands/export.server.ts';
import { enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { download } from '#app/platform/http.server.ts';
import { roles } from '#app/platform/scope.ts';

/** Taking the file is recorded, so it is a form; whoever types the address is shown the way. */
export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, ...roles);
  return redirect('/me/export');
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, ...roles);
  if (!(await isConfirmed(request))) return redirect('/me/export');
  const content = Buffer.from(JSON.stringify((await exportAccount(scope)).value, null, 2));
  const file = { filename: 'fairroute-my-account.json', mediaType: 'application/json' };
  return download(Readable.from([content]), { ...file, bytes: content.length });
}
