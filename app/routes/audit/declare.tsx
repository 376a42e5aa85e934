import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declareConflict } from '#app/features/audits/team/commands/declare-conflict.server.ts';
import { declareForm } from '#app/features/audits/team/forms.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { tiesAsked } from '#app/features/bodies/interests/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Declare conflicts of interest · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await declareConflict(scope, id, form.value);
  const cancelled = outcome.ok && outcome.value.state === 'cancelled';
  return answered(outcome, cancelled ? '/audits' : `/audits/${id}`, form.reply);
}

const options = [
  { value: 'no', label: 'I have no conflict of interest' },
  { value: 'yes', label: 'I have one', hint: 'The audit is cancelled, to be scheduled again without you' },
];

export default function Declare() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ conflicted: string; statement: string }>('declare', {
    reply: answer?.reply,
  });
  return (
    <StepPage
      title="Declare conflicts of interest"
      lead={tiesAsked(audit.recruiter)}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Declare"
    >
      <RadioGroup field={fields.conflicted} label="Your declaration" options={options} />
      <TextArea
        field={fields.statement}
        label="What you looked at"
        hint="Ties you considered, and what you found"
      />
    </StepPage>
  );
}
