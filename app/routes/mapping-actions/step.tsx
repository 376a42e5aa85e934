import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { stepAction } from '#app/features/mapping/actions/commands.server.ts';
import { stepForm } from '#app/features/mapping/actions/forms.ts';
import { stateNames } from '#app/features/mapping/actions/model.ts';
import { findAction } from '#app/features/mapping/actions/queries.server.ts';
import { lastResidual } from '#app/features/mapping/actions/residual.server.ts';
import { nextStates } from '#app/features/mapping/actions/rules.ts';
import { EvidenceFile, RiskFields } from '#app/features/mapping/actions/ui/fields.tsx';
import { refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { receiveShown } from '#app/features/mapping/papers/receive.server.ts';
import { theStorage } from '#app/platform/files/storage.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'The next step · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, what, state, companyId, partyId } = found(await findAction(scope, found(params['id'])));
  return { id, what, state, score: await lastResidual(scope.db, { companyId, partyId }) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id } = found(await findAction(scope, found(params['id'])));
  const received = await receiveShown({
    ...{ request, storage: theStorage(), schema: stepForm },
    take: (form, file) => stepAction(scope, id, form, file),
  });
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/mapping/actions/${id}`, received.reply);
}

type Fields = { to: string; note: string; risk: string; riskWhy: string; file: string };

export default function NextStep() {
  const { id, what, state, score } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const next = nextStates(state);
  const saved = next.length === 1 && next[0] ? { to: next[0] } : undefined;
  const [form, fields] = useFields<Fields>('step', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Record the next step"
      lead={`It is ${stateNames[state].toLowerCase()} now.`}
      place={{ to: `/mapping/actions/${id}`, label: 'The action', eyebrow: what }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={next.length > 0 ? 'Record it' : undefined}
      encType="multipart/form-data"
    >
      <RadioGroup
        field={fields.to}
        label="Where it stands now"
        options={next.map((value) => ({ value, label: stateNames[value] }))}
      />
      <TextArea field={fields.note} label="What was done, and what shows it" hint="No names of workers" />
      <EvidenceFile field={fields.file} />
      {state === 'done' ? <RiskFields fields={fields} score={score} when="now" /> : null}
    </StepPage>
  );
}
