import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { sendComplaint } from '#app/features/workers/complaints/commands/send-complaint.server.ts';
import { reportForm } from '#app/features/workers/complaints/forms.ts';
import { ReportPage, SentPage, type Typed } from '#app/features/workers/complaints/ui/report-page.tsx';
import { problemOf } from '#app/features/workers/complaints/ui/problem.ts';
import { languageAsked } from '#app/features/workers/languages.ts';
import { formOf } from '#app/platform/form.server.ts';
import { theDatabase } from '#app/platform/database/client.server.ts';

import { isReviewed } from '../workers/catalogue.server.ts';
import { headersOf, orNotSaved } from './saving.server.ts';

/** On a shared phone the next one reads nothing out of a title. */
export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const language = languageAsked(params['lang']);
  if (params['lang'] !== language) return redirect(`/${language}/report`, { headers: headersOf() });
  const id = crypto.randomUUID();
  return data({ language, reviewed: isReviewed('report', language), id }, { headers: headersOf() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { db, now } = await enter(request, 'visitor');
  const form = await formOf(request);
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const typed: Typed = {
    ...{ happened: word('happened'), whom: word('whom') },
    ...{ danger: word('danger'), child: word('child') },
  };
  const read = reportForm.safeParse(Object.fromEntries(form));
  if (!read.success) {
    const problem = problemOf(read.error.issues);
    return data(
      { id: word('id') || crypto.randomUUID(), typed, problem },
      { status: 400, headers: headersOf() },
    );
  }
  const language = languageAsked(params['lang']);
  const house = { db, now, pool: theDatabase().pool, language };
  const sent = await orNotSaved(() => sendComplaint(house, read.data));
  if (sent.ok) return data({ sent: sent.value }, { headers: headersOf() });
  return data(
    { id: read.data.id, typed, problem: sent.refusal },
    { status: sent.refusal === 'sent_before' ? 409 : 503, headers: headersOf() },
  );
}

export default function Report() {
  const { language, reviewed, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'sent' in answer) return <SentPage {...{ language, reviewed, ...answer.sent }} />;
  return <ReportPage {...{ language, reviewed, id, ...answer }} />;
}
