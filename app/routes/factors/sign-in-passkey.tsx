import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { assertionForm } from '#app/features/accounts/factors/forms.ts';
import {
  signInQuestion,
  signInWithPasskey,
  stepAnswer,
} from '#app/features/accounts/factors/second-step.server.ts';
import { PasskeyQuestion } from '#app/features/accounts/factors/ui/passkey-question.tsx';
import { localPath } from '#app/features/accounts/rules.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput } from '#app/platform/http.server.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Sign in with a passkey · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await enter(request, 'visitor');
  const next = localPath(new URL(request.url).searchParams.get('next'));
  if (actor.kind !== 'visitor') throw redirect(next);
  return { next, question: await signInQuestion() };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'visitor');
  const form = await readForm(request, assertionForm);
  if (!form.ok) return badInput(form.reply);
  const next = localPath(form.value.next);
  return stepAnswer(await signInWithPasskey(request, form.value.credential), next, form.reply);
}

export default function SignInWithPasskey() {
  const { next, question } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ credential: string; next: string }>('passkey', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Sign in with a passkey"
        lead="Your device asks for its own lock: a fingerprint, your face or its PIN. No password is needed."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <input type="hidden" name="next" value={next} />
        <PasskeyQuestion field={fields.credential} way="get" question={question} />
        <Button>Use my passkey</Button>
      </PageForm>
      <p>
        <TextLink to={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in with a password instead</TextLink>
      </p>
    </>
  );
}
