import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCase } from '#app/features/workers/casework/case.server.ts';
import { askForAccess } from '#app/features/workers/casework/commands/access.server.ts';
import { askForm } from '#app/features/workers/casework/forms.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask to open a case · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number } = found(await findCase(scope, found(params['number'])));
  return { number };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findCase(scope, found(params['number'])));
  const form = await readForm(request, askForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await askForAccess(scope, id, form.value.reason), `/casework/${number}`, form.reply);
}

export default function Ask() {
  const { number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ reason: string }>('ask', { reply: answer?.reply });
  return (
    <StepPage
      title={`Ask to open case ${number}`}
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="Another caseworker or an officer answers. If they agree, the case is open to you for 24 hours. Who asked, who agreed and every opening stay on record, where the case’s own caseworker reads them."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Ask"
    >
      <TextArea
        field={fields.reason}
        label="Why must you open it?"
        hint="Twenty characters or more. Name nobody, and write nothing of what the case says: this is not sealed"
      />
    </StepPage>
  );
}
