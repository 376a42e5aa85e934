import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { respondTo } from '#app/features/workers/casework/commands/respond.server.ts';
import { findDisclosed } from '#app/features/workers/casework/disclosed.server.ts';
import { responseForm } from '#app/features/workers/casework/forms.ts';
import { addresseeRoles } from '#app/features/workers/casework/policy.ts';
import { Written } from '#app/features/workers/casework/ui/pieces.tsx';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Complaint passed to you · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...addresseeRoles);
  return found(await findDisclosed(scope, params['id']));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...addresseeRoles);
  const { id } = found(await findDisclosed(scope, params['id']));
  const form = await readForm(request, responseForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await respondTo(scope, id, form.value.text), `/complaints/${id}`, form.reply);
}

export default function One() {
  const { at, text, over, responses } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ text: string }>('response', { reply: answer?.reply });
  return (
    <StepPage
      title="A complaint passed to you"
      place={{ to: '/complaints', label: 'Complaints passed to you' }}
      lead="Say what you found and what you do about it. The caseworker of the scheme reads your answer; what the worker is told, they decide. Ask nobody who complained."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={over ? undefined : 'Answer'}
      context={
        <>
          <Card title="What you are to know">
            <p className="text-sm text-ink-2">{timeInWords(at)}</p>
            <Written text={text} />
          </Card>
          {responses.map((response) => (
            <Card key={response.id}>
              <p className="text-sm text-ink-2">
                {`${response.by ?? 'Somebody'}, ${timeInWords(response.at)}`}
              </p>
              <Written text={response.text} />
            </Card>
          ))}
          {over ? <p>This is over, and no longer answered.</p> : null}
        </>
      }
    >
      {over ? null : <TextArea field={fields.text} label="Your answer" rows={10} />}
    </StepPage>
  );
}
