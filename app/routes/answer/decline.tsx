import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { decline } from '#app/features/mapping/answering/commands.server.ts';
import { declineForm } from '#app/features/mapping/answering/forms.ts';
import { LinkStep } from '#app/features/mapping/answering/ui/link-step.tsx';
import { fill, wordsOf } from '#app/features/mapping/answering/words/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';

import { byLink, linkHeaders } from './by-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'Fairroute' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { home, visit, language } = await byLink(await enter(request, 'visitor'), params);
  if (visit.hand || !['invited', 'opened'].includes(visit.state)) throw redirect(home);
  return data({ home, language, company: visit.company }, { headers: linkHeaders });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { scope, visit, home } = await byLink(await enter(request, 'visitor'), params);
  const form = await readForm(request, declineForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await decline(scope, visit, form.value), home, form.reply);
}

export default function Decline() {
  const { company, ...link } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = wordsOf(link.language);
  const [form, fields] = useFields<{ reason: string }>('decline', { reply: answer?.reply });
  return (
    <LinkStep
      {...link}
      form={form}
      title={words.declineTitle}
      lead={fill(words.declineText, { company })}
      refusal={answer?.refusal}
      button={words.declineButton}
    >
      <TextArea field={fields.reason} label={`${words.reason} (${words.optional})`} rows={3} />
    </LinkStep>
  );
}
