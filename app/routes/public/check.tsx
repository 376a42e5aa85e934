import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { checkRecruiter } from '#app/features/register/check.server.ts';
import { CheckAnswer, CheckForm } from '#app/features/register/ui/check.tsx';
import { readPublic } from '#app/platform/kept/reading.server.ts';

export const meta: MetaFunction = () => [
  { title: 'Check a recruiter' },
  { name: 'robots', content: 'noindex' },
];

/** Nothing of the question stays behind: not in a cache, not in the address the next site sees. */
const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const { searchParams } = new URL(request.url);
  // One language so far: whoever asks in another one still gets an answer.
  if (params['lang'] !== 'en') return redirect(`/en/check?${searchParams.toString()}`, { headers });
  const q = (searchParams.get('q') ?? '').trim().slice(0, 200);
  return data(
    { q, answer: q ? await readPublic(scope, (asked) => checkRecruiter(asked, q)) : undefined },
    { headers },
  );
}

export default function Check() {
  const { q, answer } = useLoaderData<typeof loader>();
  return (
    <>
      <header>
        <a href="/en/check">{answer ? '← New check' : 'Fairroute'}</a>
        <a href="https://www.wikipedia.org/" rel="noreferrer">
          Leave this page
        </a>
      </header>
      <main id="main">{answer ? <CheckAnswer q={q} answer={answer} /> : <CheckForm />}</main>
    </>
  );
}
