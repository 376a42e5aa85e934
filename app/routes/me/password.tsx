import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { changePasswordForm, type ChangePasswordForm } from '#app/features/accounts/people/forms.ts';
import { tryChangePassword } from '#app/features/accounts/people/own-password.server.ts';
import { NewPasswordField } from '#app/features/accounts/people/ui/new-password-field.tsx';
import { enter, personOf } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, tooMany } from '#app/platform/http.server.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change your password · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'enrolling');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, changePasswordForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await tryChangePassword(scope, form.value, found(await personOf(request)));
  if (outcome.ok) return redirect('/me');
  const [name, seconds] = outcome.refusal.split(':');
  return name === 'too_many' ? tooMany(Number(seconds), form.reply) : saidNo(outcome.refusal, form.reply);
}

export default function Password() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ChangePasswordForm>('change-password', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Change your password"
        lead="You stay signed in here; every other session of yours ends. We tell you by mail."
        back={{ to: '/me', label: 'Your account' }}
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField
          field={fields.oldPassword}
          label="Password until now"
          type="password"
          autoComplete="current-password"
        />
        <NewPasswordField field={fields.password} label="New password" />
        <Button>Change the password</Button>
      </PageForm>
      <p>
        Forgotten it? <TextLink to="/reset">Choose a new one by mail</TextLink>.
      </p>
    </>
  );
}
