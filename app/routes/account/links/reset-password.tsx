import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { saidNo } from '#app/features/accounts/people/answers.server.ts';
import { findReset, resetPassword } from '#app/features/accounts/people/commands/password.server.ts';
import { newPasswordForm } from '#app/features/accounts/people/forms.ts';
import { NewPasswordField } from '#app/features/accounts/people/ui/new-password-field.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, opened } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Choose a new password · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  opened(await findReset(scope, found(params['secret'])));
  return null;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const secret = found(params['secret']);
  opened(await findReset(scope, secret));
  const form = await readForm(request, newPasswordForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await resetPassword(scope, secret, form.value.password);
  return outcome.ok ? redirect('/sign-in') : saidNo(outcome.refusal, form.reply);
}

export default function ResetPassword() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ password: string }>('new-password', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Choose a new password"
        lead="All your sessions end, on every device. Then you sign in with the new password."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <NewPasswordField field={fields.password} label="New password" />
        <Button>Set the new password</Button>
      </PageForm>
    </>
  );
}
