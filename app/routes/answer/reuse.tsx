import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { reuseForm } from '#app/features/mapping/answering/forms.ts';
import { listEarlier } from '#app/features/mapping/answering/pages.server.ts';
import { ReusePage } from '#app/features/mapping/answering/ui/reuse.tsx';
import { reuseAnswer } from '#app/features/mapping/sharing/commands.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { inLanguage } from '#app/questionnaire/words.ts';

import { byLink, linkHeaders } from './by-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, home, visit, language } = await byLink(await enter(request, 'visitor'), params);
  const earlier = visit.hand ? [] : await listEarlier(scope, { visit, language });
  if (earlier.length === 0) throw redirect(home);
  const sections = visit.questionnaire.sections.map(({ name, title }) => ({
    name,
    title: inLanguage(title, language),
  }));
  return data({ home, language, company: visit.company, earlier, sections }, { headers: linkHeaders });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, visit, home } = await byLink(await enter(request, 'visitor'), params);
  const form = await readForm(request, reuseForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await reuseAnswer(scope, visit, form.value), home, form.reply);
}

export default function Reuse() {
  return <ReusePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
