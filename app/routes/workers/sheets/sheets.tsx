import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { countSheet, listSheetCountries } from '#app/features/register/sheets/queries.server.ts';
import { languageAsked } from '#app/features/workers/languages.ts';
import { mostPapers, perPaper } from '#app/features/workers/sheets/model.ts';
import { SheetsPage } from '#app/features/workers/sheets/ui/sheets-page.tsx';
import { readPublic } from '#app/platform/kept/reading.server.ts';
import { countryCodes } from '#app/platform/places.ts';

import { isReviewed } from '../catalogue.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

const headers = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' };

/** Which countries there are sheets of, and of one country its papers and its table. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const { search, searchParams } = new URL(request.url);
  const language = languageAsked(params['lang']);
  if (params['lang'] !== language) return redirect(`/${language}/sheets${search}`, { headers });
  const country = countryCodes.find((code) => code === searchParams.get('country')?.toUpperCase());
  const found =
    country === undefined
      ? { countries: await readPublic(scope, listSheetCountries), count: 0 }
      : {
          countries: [],
          count: await readPublic(scope, (by) => countSheet(by, country, perPaper * mostPapers + 1)),
        };
  return data({ language, reviewed: isReviewed('sheets', language), country, ...found }, { headers });
}

export default function Sheets() {
  return <SheetsPage {...useLoaderData<typeof loader>()} />;
}
