import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { writeNote } from '#app/features/workers/casework/commands/write.server.ts';
import { noteForm } from '#app/features/workers/casework/forms.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Write a note · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number } = found(await findOpenCase(scope, params['number']));
  return { number };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, noteForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await writeNote(scope, id, form.value.text), `/casework/${number}`, form.reply);
}

export default function Note() {
  const { number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ text: string }>('note', { reply: answer?.reply });
  return (
    <StepPage
      title="Write a note"
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="Only whoever may open the case reads it. The reporter does not."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Keep the note"
    >
      <TextArea field={fields.text} label="Note" hint="What you did, heard or mean to do" rows={10} />
    </StepPage>
  );
}
