import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { sendNewLinks } from '#app/features/accounts/people/commands/new-link.server.ts';
import { addressForm } from '#app/features/accounts/people/forms.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { NewLinkForm } from '#app/features/accounts/ui/broken-link.tsx';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, tooMany } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask for a new link · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const form = await readForm(request, addressForm);
  if (!form.ok) return badInput(form.reply);
  const seconds = await mayMail(form.value.email);
  if (seconds > 0) return tooMany(seconds, form.reply);
  await sendNewLinks(scope, form.value.email);
  return redirect('/new-link/sent');
}

export default function NewLink() {
  const answer = useActionData<typeof action>();
  const refusal = answer?.refusal && refusalText(answer.refusal);
  return (
    <>
      <PageHeader
        title="Ask for a new link"
        lead="For a sign-up to finish, an invitation, a change of address or a new password that was asked for in the last month."
      />
      <NewLinkForm reply={answer?.reply} refusal={refusal} />
    </>
  );
}
