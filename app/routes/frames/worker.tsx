import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useParams, useRouteLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { languageAsked } from '#app/features/workers/languages.ts';
import { NoAnswer } from '#app/features/workers/check/ui/page.tsx';

import { spokenOn } from '../workers/clips.server.ts';

/** Read by the page around it: no script, no web font, and the language of the address. */
export const handle = { worker: true };

/** Said before anything is asked of the register: it is heard when that does not answer. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return { later: spokenOn(languageAsked(params['lang']), 'later') };
}

export default function Worker() {
  return <Outlet />;
}

/** In the language of the address: a page that fails is no good answer about anybody. */
export function ErrorBoundary() {
  const spoken = useRouteLoaderData<typeof loader>('routes/frames/worker')?.later ?? null;
  return <NoAnswer language={languageAsked(useParams()['lang'])} spoken={spoken} />;
}
