import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { closeAccount } from '#app/features/accounts/people/commands/closing.server.ts';
import { closeForm } from '#app/features/accounts/people/forms.ts';
import { askWhoItIs, enter, isConfirmed, signOut } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { roles } from '#app/platform/scope.ts';
import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { CheckboxField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Prose } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Close your account · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, ...roles);
  await askWhoItIs(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, ...roles);
  const form = await readForm(request, closeForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await closeAccount(scope);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return redirect('/closed', { headers: { 'Set-Cookie': await signOut(request) } });
}

export default function Close() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ sure: string }>('close', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Close your account"
        lead="This cannot be undone."
        back={{ to: '/me', label: 'Your account' }}
      />
      <Prose>
        <ul>
          <li>Your name, your address, your password and your second factors are deleted.</li>
          <li>You leave every organisation and are signed out everywhere.</li>
          <li>
            What you did stays on the record, as done by “Closed account”: certificates and audits must be
            accountable for years.
          </li>
          <li>No mail confirms it, for we keep no address to send it to. The next page does.</li>
        </ul>
        <p>
          You may want to <TextLink to="/me/export">download everything about you</TextLink> first.
        </p>
      </Prose>
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <CheckboxField field={fields.sure} label="I want to close my account for good" />
        <Actions>
          <Button kind="danger">Close my account for good</Button>
          <ButtonLink to="/me" kind="secondary">
            Not now
          </ButtonLink>
        </Actions>
      </PageForm>
    </>
  );
}
