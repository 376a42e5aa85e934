import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { addPasskey } from '#app/features/accounts/factors/commands.server.ts';
import { passkeyForm } from '#app/features/accounts/factors/forms.ts';
import { registrationQuestion } from '#app/features/accounts/factors/confirm.server.ts';
import { PasskeyQuestion } from '#app/features/accounts/factors/ui/passkey-question.tsx';
import { RecoveryCodes } from '#app/features/accounts/factors/ui/recovery-codes.tsx';
import { askWhoItIs, enter, isConfirmed, personOf } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a passkey · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'enrolling');
  await askWhoItIs(request);
  return { question: await registrationQuestion(found(await personOf(request))) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'enrolling');
  const form = await readForm(request, passkeyForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const { sessionId } = found(await personOf(request));
  const outcome = await addPasskey({ ...scope, sessionId }, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  if (!outcome.value.codes) return redirect('/me/factors');
  return { codes: outcome.value.codes, reply: form.reply, refusal: undefined };
}

export default function AddPasskey() {
  const { question } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ name: string; credential: string }>('passkey', { reply: answer?.reply });
  if (answer && 'codes' in answer) return <RecoveryCodes codes={answer.codes} />;
  return (
    <>
      <PageHeader
        title="Add a passkey"
        back={{ to: '/me/factors', label: 'Second factors' }}
        lead="Your phone, computer or security key keeps it and opens it with its own lock: a fingerprint, your face or its PIN. None of these ever leaves the device."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <TextField
          field={fields.name}
          label="Name"
          hint="To tell it from others later: “My phone”, “Blue key”"
          maxLength={100}
        />
        <PasskeyQuestion field={fields.credential} way="create" question={question} />
        <Button>Make the passkey</Button>
      </PageForm>
    </>
  );
}
