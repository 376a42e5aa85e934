import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { linkCases } from '#app/features/workers/casework/commands/about.server.ts';
import { linkForm, type LinkForm } from '#app/features/workers/casework/forms.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea, TextField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Link a case · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number } = found(await findOpenCase(scope, params['number']));
  return { number };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, linkForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await linkCases(scope, id, form.value), `/casework/${number}`, form.reply);
}

export default function Link() {
  const { number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<LinkForm>('link', { reply: answer?.reply });
  return (
    <StepPage
      title="Link a case"
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="Both cases must be open to you. Whoever has one of them open then sees that the other is there, and its number if that is open to them too."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Link them"
    >
      <TextField field={fields.number} label="Number of the other case" hint="Such as 1234-5678" />
      <TextArea
        field={fields.reason}
        label="Why they belong together"
        hint="Nothing of what either says: this is not sealed"
        rows={3}
      />
    </StepPage>
  );
}
