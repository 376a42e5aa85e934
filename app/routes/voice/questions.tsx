import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { posterPath } from '#app/features/mapping/voice/model.ts';
import { AskingPage } from '#app/features/mapping/voice/ui/asking-page.tsx';
import { CodePage, ThanksPage } from '#app/features/mapping/voice/ui/code-page.tsx';
import { languageAsked } from '#app/features/workers/languages.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';
import { formOf } from '#app/platform/form.server.ts';

import { headersOf } from '../report/saving.server.ts';
import { isReviewed } from '../workers/catalogue.server.ts';
import { firstPage, takePage } from './take-page.server.ts';

/** On a shared phone the next one reads nothing out of a title. */
export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db, now } = await enter(request, 'visitor');
  const language = languageAsked(params['lang']);
  const code = params['code'] ?? '';
  if (params['lang'] !== language) return redirect(posterPath(language, code), { headers: headersOf() });
  const { status, answer } = await firstPage({ db, now, language }, code);
  return data(
    { language, code, reviewed: isReviewed('voice', language), first: answer },
    { status, headers: headersOf() },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, now } = await enter(request, 'visitor');
  const form = await formOf(request);
  const house = { db, now, pool: theDatabase().pool, language: languageAsked(params['lang']) };
  const { status, answer } = await takePage(house, params['code'] ?? '', form);
  return data({ answer }, { status, headers: headersOf() });
}

export default function Questions() {
  const { first, ...page } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>()?.answer ?? first;
  if (shown.show === 'thanks') return <ThanksPage {...page} />;
  if (shown.show === 'unknown') return <CodePage {...page} wrong />;
  return <AskingPage {...page} asked={shown.asked} trouble={shown.trouble} />;
}
