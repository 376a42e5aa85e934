import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { beginAnswer } from '#app/features/mapping/answering/commands.server.ts';
import { findOverview } from '#app/features/mapping/answering/pages.server.ts';
import { OverviewPage } from '#app/features/mapping/answering/ui/overview.tsx';
import { refused } from '#app/platform/http.server.ts';

import { byLink, linkHeaders } from './by-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, home, ...link } = await byLink(await enter(request, 'visitor'), params);
  return data(
    { home, language: link.language, page: await findOverview(scope, link) },
    { headers: linkHeaders },
  );
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, visit, language, home } = await byLink(await enter(request, 'visitor'), params);
  const begun = await beginAnswer(scope, visit, language);
  const first = visit.questionnaire.sections[0]?.name ?? '';
  return begun.ok ? redirect(`${home}/sections/${first}`) : refused(begun.refusal);
}

export default function Start() {
  return (
    <OverviewPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />
  );
}
