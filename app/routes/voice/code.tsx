import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { codeTyped } from '#app/features/mapping/voice/forms.ts';
import { posterPath } from '#app/features/mapping/voice/model.ts';
import { CodePage } from '#app/features/mapping/voice/ui/code-page.tsx';
import { languageAsked } from '#app/features/workers/languages.ts';
import { formOf } from '#app/platform/form.server.ts';

import { headersOf } from '../report/saving.server.ts';
import { isReviewed } from '../workers/catalogue.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const language = languageAsked(params['lang']);
  if (params['lang'] !== language) return redirect(`/${language}/voice`, { headers: headersOf() });
  return data({ language, reviewed: isReviewed('voice', language) }, { headers: headersOf() });
}

/** Whether a poster in use has the number is said by the page it leads to. */
export async function action({ request, params }: ActionFunctionArgs) {
  await enter(request, 'visitor');
  const typed = (await formOf(request)).get('code');
  const code = typeof typed === 'string' ? codeTyped(typed) : undefined;
  if (code === undefined) return data({ wrong: true }, { status: 400, headers: headersOf() });
  return redirect(posterPath(languageAsked(params['lang']), code), { headers: headersOf() });
}

export default function Code() {
  const wrong = useActionData<typeof action>()?.wrong ?? false;
  return <CodePage {...useLoaderData<typeof loader>()} wrong={wrong} />;
}
