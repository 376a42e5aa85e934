import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { save } from '#app/features/mapping/answering/rules.ts';
import { WorkbookPage } from '#app/features/mapping/answering/ui/workbook.tsx';
import { receiveWorkbook } from '#app/features/mapping/answering/workbook.server.ts';

import { byLink, linkHeaders } from './by-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { home, visit, language } = await byLink(await enter(request, 'visitor'), params);
  if (visit.hand || !save(visit).ok) throw redirect(home);
  return data({ home, language }, { headers: linkHeaders });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, visit } = await byLink(await enter(request, 'visitor'), params);
  const { status, ...answer } = await receiveWorkbook(scope, visit, request);
  return data(answer, status);
}

export default function Workbook() {
  return <WorkbookPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
