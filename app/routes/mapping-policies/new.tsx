import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { addPolicy } from '#app/features/mapping/policies/commands.server.ts';
import { policyForm, type PolicyFields } from '#app/features/mapping/policies/forms.ts';
import { refusalText } from '#app/features/mapping/policies/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Add a policy · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'company');
  return { fresh: crypto.randomUUID() };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, policyForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await addPolicy(scope, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return redirect(`/mapping/policies/${outcome.value.id}`);
}

export default function NewPolicy() {
  const { fresh } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PolicyFields>('policy', { reply: answer?.reply });
  return (
    <StepPage
      title="Add a policy"
      lead="Paste the whole text. It stays as you paste it; a change is another version. A PDF can be kept beside it afterwards."
      place={{ to: '/mapping/policies', label: 'Policies' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Add it"
    >
      <GivenId field={fields.id} fresh={fresh} />
      <TextField field={fields.title} label="Name" hint="Such as: Code of conduct for suppliers" />
      <TextArea field={fields.words} label="Text" hint="Plain text or Markdown" rows={20} />
    </StepPage>
  );
}
