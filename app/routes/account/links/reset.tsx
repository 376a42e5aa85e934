import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { requestReset } from '#app/features/accounts/people/commands/password.server.ts';
import { addressForm, type AddressForm } from '#app/features/accounts/people/forms.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, tooMany } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Forgotten password · Fairroute' }];

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
  await requestReset(scope, form.value.email);
  return redirect('/reset/sent');
}

export default function Reset() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AddressForm>('reset', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Forgotten your password?"
        lead="We send a link to your address. With it you choose a new password; a second factor stays as it is."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField field={fields.email} label="E-mail address" type="email" autoComplete="username" />
        <Button>Send the link</Button>
      </PageForm>
    </>
  );
}
