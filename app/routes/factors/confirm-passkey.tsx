import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { confirmByPasskey, confirmQuestion } from '#app/features/accounts/factors/confirm.server.ts';
import { assertionForm } from '#app/features/accounts/factors/forms.ts';
import { stepAnswer } from '#app/features/accounts/factors/second-step.server.ts';
import { PasskeyQuestion } from '#app/features/accounts/factors/ui/passkey-question.tsx';
import { afterConfirming } from '#app/features/accounts/rules.ts';
import { enter, personOf } from '#app/features/accounts/session.server.ts';
import { refusalText } from '#app/features/accounts/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found } from '#app/platform/http.server.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Say who you are · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'enrolling');
  const next = new URL(request.url).searchParams.get('next') ?? '';
  return { next, question: await confirmQuestion(found(await personOf(request))) };
}

export async function action({ request }: ActionFunctionArgs) {
  await enter(request, 'enrolling');
  const form = await readForm(request, assertionForm);
  if (!form.ok) return badInput(form.reply);
  const next = afterConfirming(form.value.next);
  return stepAnswer(await confirmByPasskey(request, form.value.credential), next, form.reply);
}

export default function ConfirmWithPasskey() {
  const { next, question } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ credential: string; next: string }>('passkey', { reply: answer?.reply });
  return (
    <>
      <PageHeader
        title="Say who you are with a passkey"
        back={{ to: `/confirm-identity?next=${encodeURIComponent(next)}`, label: 'Other ways' }}
        lead="It counts for ten minutes."
      />
      <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
        <input type="hidden" name="next" value={next} />
        <PasskeyQuestion field={fields.credential} way="get" question={question} />
        <Button>Use my passkey</Button>
      </PageForm>
    </>
  );
}
