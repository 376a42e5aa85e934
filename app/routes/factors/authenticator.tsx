import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enrolmentUri } from '#app/features/accounts/factors/authenticator.server.ts';
import { confirmAuthenticator, startAuthenticator } from '#app/features/accounts/factors/commands.server.ts';
import { codeForm, type CodeForm } from '#app/features/accounts/factors/forms.ts';
import { AuthenticatorSheet } from '#app/features/accounts/factors/ui/authenticator-sheet.tsx';
import { CodeField } from '#app/features/accounts/factors/ui/code-field.tsx';
import { RecoveryCodes } from '#app/features/accounts/factors/ui/recovery-codes.tsx';
import { askWhoItIs, enter, isConfirmed, personOf } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { qrCode } from '#app/platform/files/qr.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm, Refusal, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add an authenticator app · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  await askWhoItIs(request);
  const { email } = found(await personOf(request));
  // A form that came too late is answered without the secret.
  const started = (await isConfirmed(request)) ? await startAuthenticator(scope) : undefined;
  if (!started) return { enrolment: undefined };
  if (!started.ok) return { enrolment: null };
  const { secret } = started.value;
  return { enrolment: { secret, qr: await qrCode(enrolmentUri(secret, email)) } };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, codeForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const { sessionId } = found(await personOf(request));
  const outcome = await confirmAuthenticator({ ...scope, sessionId }, form.value.code);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  if (!outcome.value.codes) return redirect('/me/factors');
  return { codes: outcome.value.codes, reply: form.reply, refusal: undefined };
}

const back = { to: '/me/factors', label: 'Second factors' };

export default function AddAuthenticator() {
  const { enrolment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CodeForm>('authenticator', { reply: answer?.reply });
  if (answer && 'codes' in answer) return <RecoveryCodes codes={answer.codes} />;
  return (
    <>
      <PageHeader
        title="Add an authenticator app"
        back={back}
        lead="An app on your phone that shows a new six-digit code every half minute, also without a network."
      />
      {enrolment !== null ? (
        <>
          {enrolment ? <AuthenticatorSheet secret={enrolment.secret} qr={enrolment.qr} /> : null}
          <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
            <CodeField field={fields.code} hint="As the app shows it now" />
            <Button>Add the app</Button>
          </PageForm>
        </>
      ) : (
        <Refusal>
          You have an authenticator app already. To move to another phone, add a passkey, remove the app and
          add it again.
        </Refusal>
      )}
    </>
  );
}
