import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOverview } from '#app/features/mapping/answering/pages.server.ts';
import { LinkStep } from '#app/features/mapping/answering/ui/link-step.tsx';
import { fill, wordsOf } from '#app/features/mapping/answering/words/words.ts';
import { correctAnswer } from '#app/features/mapping/sharing/commands.server.ts';
import { answered } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';

import { byLink, linkHeaders } from './by-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, home, ...link } = await byLink(await enter(request, 'visitor'), params);
  const { seen, handed, company } = await findOverview(scope, link);
  if (!seen || handed) throw redirect(home);
  return data({ home, language: link.language, company }, { headers: linkHeaders });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, visit, home } = await byLink(await enter(request, 'visitor'), params);
  return answered(await correctAnswer(scope, visit), home);
}

export default function Correct() {
  const { company, ...link } = useLoaderData<typeof loader>();
  const words = wordsOf(link.language);
  const [form] = useFields('correct', { reply: undefined });
  return (
    <LinkStep
      {...link}
      form={form}
      title={words.correct}
      lead={fill(words.correctText, { company })}
      refusal={useActionData<typeof action>()?.refusal}
      button={words.correct}
    />
  );
}
