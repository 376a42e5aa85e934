import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { codeForm, type CodeForm } from '#app/features/accounts/factors/forms.ts';
import { finishWithCode, heldWays, stepAnswer } from '#app/features/accounts/factors/second-step.server.ts';
import { CodeField } from '#app/features/accounts/factors/ui/code-field.tsx';
import { localPath } from '#app/features/accounts/rules.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput } from '#app/platform/http.server.ts';
import { Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Second step · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const next = localPath(new URL(request.url).searchParams.get('next'));
  const ways = await heldWays(request);
  if (!ways) throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return { next, ...ways };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'visitor');
  const form = await readForm(request, codeForm);
  if (!form.ok) return badInput(form.reply);
  const next = localPath(form.value.next);
  return stepAnswer(await finishWithCode(request, form.value.code), next, form.reply);
}

export default function SecondFactor() {
  const { next, code, passkey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<CodeForm>('second-factor', { reply: answer?.reply });
  const query = `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <PageHeader title="One more step" lead="Your password is right. Show that it is really you." />
      {code ? (
        <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
          <input type="hidden" name="next" value={next} />
          <CodeField field={fields.code} hint="From your authenticator app" />
          <Button>Sign in</Button>
        </PageForm>
      ) : null}
      {passkey ? (
        <p>
          <ButtonLink to={`/sign-in/passkey${query}`} kind={code ? 'secondary' : 'primary'}>
            Use a passkey
          </ButtonLink>
        </p>
      ) : null}
      <p>
        Is your phone or key not here?{' '}
        <TextLink to={`/sign-in/recovery${query}`}>Use a recovery code</TextLink>. If you have none left
        either, write to the scheme: two of its officers can reset your second factor, which takes at least
        three days.
      </p>
    </>
  );
}
