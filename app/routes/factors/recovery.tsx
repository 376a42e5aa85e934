import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { recoveryForm, type RecoveryForm } from '#app/features/accounts/factors/forms.ts';
import {
  finishWithRecoveryCode,
  heldWays,
  stepAnswer,
} from '#app/features/accounts/factors/second-step.server.ts';
import { blank } from '#app/features/accounts/factors/ui/code-field.tsx';
import { localPath } from '#app/features/accounts/rules.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Recovery code · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'visitor');
  const next = localPath(new URL(request.url).searchParams.get('next'));
  if (!(await heldWays(request))) throw redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return { next };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'visitor');
  const form = await readForm(request, recoveryForm);
  if (!form.ok) return badInput(form.reply);
  const next = localPath(form.value.next);
  return stepAnswer(await finishWithRecoveryCode(request, form.value.code), next, form.reply);
}

export default function Recovery() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RecoveryForm>('recovery', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Use a recovery code"
        back={{ to: `/sign-in/second-factor?next=${encodeURIComponent(next)}`, label: 'Other ways' }}
        lead="One of the ten codes you kept when you added your second factor. Each works once; you get a mail about it."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <input type="hidden" name="next" value={next} />
        <TextField
          field={blank(fields.code)}
          label="Recovery code"
          hint="Ten letters and digits, such as 7Q2KX-94MZP"
          autoComplete="off"
          maxLength={20}
          width="short"
        />
        <Button>Sign in</Button>
      </PageForm>
    </>
  );
}
