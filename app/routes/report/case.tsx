import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { CasePage, LeftPage } from '#app/features/workers/complaints/ui/case-page.tsx';
import { ReturnPage } from '#app/features/workers/complaints/ui/report-page.tsx';
import { FilesPage, SectionPage } from '#app/features/workers/complaints/ui/section-page.tsx';
import { languageAsked } from '#app/features/workers/languages.ts';

import { isReviewed } from '../workers/catalogue.server.ts';
import { answerCase } from './answer-case.server.ts';
import { headersOf } from './saving.server.ts';

/** On a shared phone the next one reads nothing out of a title. */
export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const language = languageAsked(params['lang']);
  if (params['lang'] !== language) return redirect(`/${language}/report/case`, { headers: headersOf() });
  return data({ language, reviewed: isReviewed('report', language) }, { headers: headersOf() });
}

/** Asks the browser to forget everything of this site, where it understands that. */
const forgetting = { 'Clear-Site-Data': '"cache", "cookies", "storage"' };

export async function action({ request }: ActionFunctionArgs) {
  const { db, now } = await enter(request, 'visitor');
  const { status, answer } = await answerCase({ db, now }, request);
  return data(answer, { status, headers: headersOf(answer.page === 'left' ? forgetting : {}) });
}

export default function Case() {
  const frame = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  switch (answer?.page) {
    case 'case':
      return <CasePage {...frame} {...answer} />;
    case 'section':
      return <SectionPage {...frame} {...answer} />;
    case 'files':
      return <FilesPage {...frame} {...answer} />;
    case 'left':
      return <LeftPage {...frame} />;
    default:
      return <ReturnPage {...frame} {...answer} />;
  }
}
