import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { mayTry, trySucceeded } from '#app/features/accounts/abuse.server.ts';
import { admit } from '#app/features/accounts/admission.server.ts';
import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { completeSignUp, findWaitingSignUp } from '#app/features/accounts/people/commands/sign-up.server.ts';
import { welcomeForm } from '#app/features/accounts/people/forms.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, opened, tooMany } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Finish signing up · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const { organisation, country, email } = opened(await findWaitingSignUp(scope, found(params['secret'])));
  return { organisation, country: countryName(country), email };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const secret = found(params['secret']);
  const waiting = opened(await findWaitingSignUp(scope, secret));
  const form = await readForm(request, welcomeForm);
  if (!form.ok) return badInput(form.reply);
  const seconds = await mayTry(waiting.id);
  if (seconds > 0) return tooMany(seconds, form.reply);
  const outcome = await completeSignUp(scope, secret, form.value.password);
  if (!outcome.ok) return saidNo(outcome.refusal, form.reply);
  await trySucceeded(waiting.id);
  const admission = await admit(request, outcome.value.accountId, 'password');
  const first = outcome.value.kind === 'recruiter' ? '/apply' : '/now';
  return redirect(first, admission.ok ? { headers: admission.headers } : {});
}

export default function Welcome() {
  const { organisation, country, email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ password: string }>('welcome', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Finish signing up"
        lead="Type the password you chose when you signed up. It shows that it was you, not somebody who used your address."
      />
      <Summary
        items={[
          { term: 'Organisation', value: organisation },
          { term: 'Country', value: country },
          { term: 'E-mail address', value: email },
        ]}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField field={fields.password} label="Password" type="password" autoComplete="current-password" />
        <Button>Open the account</Button>
      </PageForm>
      <p>If you did not sign up, close this page: no account opens, and we forget the address.</p>
    </>
  );
}
