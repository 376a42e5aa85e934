import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { clipRoles } from '#app/features/workers/clips/policy.ts';
import { SpokenTable } from '#app/features/workers/clips/ui/spoken-table.tsx';
import { found } from '#app/platform/http.server.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { PageHeader } from '#app/ui/page.tsx';

import { languageAt, listSpoken } from '../clips.server.ts';

export const meta: MetaFunction = () => [{ title: 'Answers read aloud · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...clipRoles);
  const language = found(languageAt(params['lang']));
  return { language, answers: await listSpoken(scope, language) };
}

export default function Clips() {
  const { language, answers } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`${languageName(language)}: answers read aloud`}
        back={{ to: '/scheme/languages', label: 'Languages of workers' }}
        lead="Whoever cannot read hears the answer of the check. A recording is played only as long as the text it was read from stands; when that changes, it is hidden until somebody reads the new one."
      />
      <SpokenTable language={language} answers={answers} />
    </>
  );
}
