import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { answerReporter } from '#app/features/workers/casework/commands/write.server.ts';
import { answerForm } from '#app/features/workers/casework/forms.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Write to the reporter · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number } = found(await findOpenCase(scope, params['number']));
  return { number };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, answerForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await answerReporter(scope, id, form.value.text), `/casework/${number}`, form.reply);
}

export default function Answer() {
  const { number } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ text: string }>('answer', { reply: answer?.reply });
  return (
    <StepPage
      title="Write to the reporter"
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="They read it the next time they come back with number and code: nothing is sent to them. Short sentences, no blame, nothing that harms them if somebody looks over their shoulder."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Write"
    >
      <TextArea
        field={fields.text}
        label="What you say to them"
        hint="In the language they wrote in, if you can"
        rows={10}
      />
    </StepPage>
  );
}
