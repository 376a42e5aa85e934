import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { mayMail } from '#app/features/accounts/abuse.server.ts';
import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { requestAddressChange } from '#app/features/accounts/people/commands/address.server.ts';
import { addressForm, type AddressForm } from '#app/features/accounts/people/forms.ts';
import { findMe } from '#app/features/accounts/people/queries.server.ts';
import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused, tooMany } from '#app/platform/http.server.ts';
import { roles } from '#app/platform/scope.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change your address · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...roles);
  await askWhoItIs(request);
  return { email: (await findMe(scope)).email ?? '' };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, ...roles);
  const form = await readForm(request, addressForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const seconds = await mayMail(form.value.email);
  if (seconds > 0) return tooMany(seconds, form.reply);
  const outcome = await requestAddressChange(scope, form.value.email);
  return outcome.ok ? redirect('/me') : saidNo(outcome.refusal, form.reply);
}

export default function Address() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AddressForm>('address', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Change your address"
        lead={`A link goes to ${email} and another to the new address. The change is made when both were confirmed; until then nothing changes.`}
        back={{ to: '/me', label: 'Your account' }}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField field={fields.email} label="New e-mail address" type="email" autoComplete="email" />
        <Button>Send both links</Button>
      </PageForm>
    </>
  );
}
