import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { sendForm } from '#app/features/mapping/answering/forms.ts';
import { findSendPage } from '#app/features/mapping/answering/pages.server.ts';
import { SendPage } from '#app/features/mapping/answering/ui/send.tsx';
import { sendAnswer } from '#app/features/mapping/sharing/commands.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

import { byLink, linkHeaders } from './by-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, home, ...link } = await byLink(await enter(request, 'visitor'), params);
  const page = await findSendPage(scope, link);
  if (!page?.open) throw redirect(home);
  return data({ home, language: link.language, page }, { headers: linkHeaders });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, visit, language, home } = await byLink(await enter(request, 'visitor'), params);
  found(await findSendPage(scope, { visit, language }));
  const form = await readForm(request, sendForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await sendAnswer(scope, { ...visit, language }, form.value), home, form.reply);
}

export default function Send() {
  return <SendPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
