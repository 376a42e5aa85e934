import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findRequest } from '#app/features/workers/casework/access.server.ts';
import { answerAccess } from '#app/features/workers/casework/commands/access.server.ts';
import { accessForm } from '#app/features/workers/casework/forms.ts';
import { witnessRoles } from '#app/features/workers/casework/policy.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { timeInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Summary } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Request to open a case · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...witnessRoles);
  const { name, reason, askedAt } = found(await findRequest(scope, found(params['id'])));
  return { name, reason, askedAt };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, ...witnessRoles);
  const { id } = found(await findRequest(scope, found(params['id'])));
  const form = await readForm(request, accessForm);
  if (!form.ok) return badInput(form.reply);
  const granted = form.value.answer === 'grant';
  return answered(await answerAccess(scope, id, granted), '/casework/requests', form.reply);
}

export default function Request() {
  const { name, reason, askedAt } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ answer: string }>('access', { reply: answer?.reply });
  return (
    <StepPage
      title={`${name} asks to open a case`}
      place={{ to: '/casework/requests', label: 'Requests to open a case' }}
      lead="You answer by the reason alone. Agree only if somebody must see it who does not work on it: every reader more is a risk to whoever told."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Answer"
      context={
        <Summary
          items={[
            { term: 'Asked', value: timeInWords(askedAt) },
            { term: 'Why', value: reason },
          ]}
        />
      }
    >
      <RadioGroup
        field={fields.answer}
        label="May they open it?"
        options={[
          { value: 'grant', label: 'Yes, for 24 hours' },
          { value: 'refuse', label: 'No' },
        ]}
      />
    </StepPage>
  );
}
