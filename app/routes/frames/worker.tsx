import { Outlet, useParams } from '@remix-run/react';

import { languageAsked } from '#app/features/workers/languages.ts';
import { NoAnswer } from '#app/features/workers/check/ui/page.tsx';

/** Read by the page around it: no script, no web font, and the language of the address. */
export const handle = { worker: true };

export default function Worker() {
  return <Outlet />;
}

/** In the language of the address: a page that fails is no good answer about anybody. */
export function ErrorBoundary() {
  return <NoAnswer language={languageAsked(useParams()['lang'])} />;
}
