import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { signUp } from '#app/features/accounts/commands.server.ts';
import { signUpForm, type SignUpForm } from '#app/features/accounts/forms.ts';
import { admit } from '#app/features/accounts/admission.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { countryOptions } from '#app/platform/places.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { SelectField, TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Sign up · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'visitor');
  return actor.kind === 'visitor' ? null : redirect('/now');
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const form = await readForm(request, signUpForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await signUp(scope, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  const admission = await admit(request, outcome.value.accountId, 'password');
  return redirect('/apply', admission.ok ? { headers: admission.headers } : {});
}

export default function SignUp() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SignUpForm>('sign-up', { reply: answer?.reply });
  const refusal = answer?.refusal && 'There is an account with this address already. Sign in instead.';
  return (
    <>
      <PageHeader
        title="Sign up as a labour recruiter"
        lead="One account for you, one record for your agency. You can start your application at once and send it when it is ready."
      />
      <PageForm form={form} refusal={refusal}>
        <TextField
          field={fields.agency}
          label="Name of the agency"
          hint="As on its licence"
          autoComplete="organization"
        />
        <SelectField
          field={fields.country}
          label="Country where it is licensed"
          options={countryOptions}
          empty="Choose a country"
        />
        <TextField field={fields.name} label="Your name" autoComplete="name" />
        <TextField field={fields.email} label="E-mail address" type="email" autoComplete="username" />
        <TextField
          field={fields.password}
          label="Password"
          hint="At least 12 characters. A few words together are easy to remember and hard to guess."
          type="password"
          autoComplete="new-password"
        />
        <Button>Sign up</Button>
      </PageForm>
      <p>
        Signed up before? <TextLink to="/sign-in">Sign in</TextLink>.
      </p>
    </>
  );
}
