import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { topicOf } from '#app/features/workers/help/model.ts';
import { listHelpCountries, listShown } from '#app/features/workers/help/queries.server.ts';
import { HelpForWorkers } from '#app/features/workers/help/ui/for-workers.tsx';
import { languageAsked } from '#app/features/workers/languages.ts';
import { pageOf } from '#app/platform/http.server.ts';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import { countryCodes } from '#app/platform/places.ts';

import { isReviewed } from './catalogue.server.ts';

/** On a shared phone the next one reads nothing out of a title. */
export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const { search, searchParams } = new URL(request.url);
  const language = languageAsked(params['lang']);
  if (params['lang'] !== language) return redirect(`/${language}/help${search}`, { headers });
  const asked = {
    country: countryCodes.find((code) => code === searchParams.get('country')?.toUpperCase()),
    topic: topicOf(searchParams.get('topic')),
    page: pageOf(request),
  };
  const { country } = asked;
  const nothing = { entries: [], pages: 1 };
  const found = country
    ? { countries: [], ...(await readPublic(scope, (by) => listShown(by, { ...asked, country }))) }
    : { countries: await readPublic(scope, listHelpCountries), ...nothing };
  return data({ language, reviewed: isReviewed('help', language), ...asked, ...found }, { headers });
}

export default function Help() {
  return <HelpForWorkers {...useLoaderData<typeof loader>()} />;
}
