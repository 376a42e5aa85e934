import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { consentsOf, findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { takeDeskStep } from '#app/features/workers/casework/commands/steps.server.ts';
import { stepForms } from '#app/features/workers/casework/forms.ts';
import { isDeskStep } from '#app/features/workers/casework/model.ts';
import { stepsFrom } from '#app/features/workers/casework/rules.ts';
import { Consents } from '#app/features/workers/casework/ui/aside.tsx';
import { StepFields, type StepAnswers } from '#app/features/workers/casework/ui/step-fields.tsx';
import { refusalText, stepLeads, stepNames } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Step of a complaint · Fairroute' }];

const stepOf = (to: string | undefined) => found(isDeskStep(to) ? to : undefined);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const step = stepOf(params['to']);
  const record = found(await findOpenCase(scope, params['number']));
  const { number, danger, child, severe } = record;
  return {
    ...{ step, number, danger, child, severe },
    isNow: stepsFrom(record, scope.now).includes(step),
    consents: await consentsOf(scope.db, record.id),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const step = stepOf(params['to']);
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, stepForms[step]);
  if (!form.ok) return badInput(form.reply);
  return answered(await takeDeskStep(scope, id, form.value), `/casework/${number}`, form.reply);
}

const ends = ['closed', 'inadmissible'];

export default function Step() {
  const { step, number, danger, child, isNow, consents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = { danger: danger ? 'on' : '', child: child ? 'on' : '' };
  const [form, fields] = useFields<StepAnswers>(`step-${step}`, { reply: answer?.reply, saved });
  return (
    <StepPage
      title={stepNames[step]}
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead={stepLeads[step]}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={isNow ? stepNames[step] : undefined}
      danger={ends.includes(step)}
      context={
        isNow ? (
          step === 'routed' ? (
            <Consents given={consents} />
          ) : null
        ) : (
          <p>This step cannot be taken as the case stands now.</p>
        )
      }
    >
      <StepFields {...{ step, fields, consents }} mayByNecessity={danger || child} />
    </StepPage>
  );
}
