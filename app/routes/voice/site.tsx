import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askedToday } from '#app/features/mapping/voice/asked.server.ts';
import { makePoster } from '#app/features/mapping/voice/commands.server.ts';
import { posterForm } from '#app/features/mapping/voice/forms.ts';
import { findSite, listPosters, saidAt } from '#app/features/mapping/voice/queries.server.ts';
import { resultsView } from '#app/features/mapping/voice/results-view.ts';
import { resultsOf } from '#app/features/mapping/voice/rules.ts';
import { Posters } from '#app/features/mapping/voice/ui/posters.tsx';
import { VoiceResults } from '#app/features/mapping/voice/ui/results.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Workers’ own voice · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const site = found(await findSite(scope, found(params['partyId'])));
  const [questionnaire, posters, said] = await Promise.all([
    askedToday(scope.db),
    listPosters(scope, site.id),
    saidAt(scope, site.id),
  ]);
  const results = resultsOf(questionnaire, said);
  return { site, posters, results: results && resultsView(questionnaire, results) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const site = found(await findSite(scope, found(params['partyId'])));
  const form = await readForm(request, posterForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await makePoster(scope, site.id, form.value), `/mapping/voice/${site.id}`, form.reply);
}

export default function Site() {
  const { site, posters, results } = useLoaderData<typeof loader>();
  const shown = posters.map(({ madeAt, endedAt, ...poster }) => ({
    ...{ ...poster, madeAt: new Date(madeAt) },
    endedAt: endedAt === null ? null : new Date(endedAt),
  }));
  return (
    <>
      <PageHeader
        title={site.name}
        eyebrow="Workers’ own voice"
        back={{ to: '/mapping/voice', label: 'Workers’ own voice' }}
      />
      <VoiceResults results={results} />
      <Posters posters={shown} answer={useActionData<typeof action>()} />
    </>
  );
}
