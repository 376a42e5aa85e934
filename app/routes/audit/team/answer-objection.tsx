import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { answerObjection } from '#app/features/audits/team/objections/commands/answer-objection.server.ts';
import { answerForm, type AnswerForm } from '#app/features/audits/team/objections/forms.ts';
import { findObjection, listSuccessors } from '#app/features/audits/team/objections/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Summary } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Answer an objection · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer', 'officer');
  const audit = found(await findAudit(scope, found(params['id'])));
  const objection = found(await findObjection(scope.db, audit.id, found(params['objectionId'])));
  return { audit, objection, successors: await listSuccessors(scope.db, audit.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer', 'officer');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const objectionId = found(params['objectionId']);
  found(await findObjection(scope.db, id, objectionId));
  const form = await readForm(request, answerForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await answerObjection(scope, id, objectionId, form.value);
  return answered(outcome, `/audits/${id}/objections`, form.reply);
}

const options = [
  { value: 'upheld', label: 'Uphold', hint: 'The member leaves this audit for good' },
  { value: 'dismissed', label: 'Dismiss', hint: 'The member stays' },
];

export default function AnswerObjection() {
  const { audit, objection, successors } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AnswerForm>('answer-objection', { reply: answer?.reply });
  return (
    <StepPage
      title={`Answer the objection to ${objection.member}`}
      lead="Your answer stands as you give it. The recruiter reads it with your reasons, by mail."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Answer"
      context={<Summary items={[{ term: `${audit.recruiter} objects`, value: objection.reasons }]} />}
    >
      <RadioGroup field={fields.outcome} label="Your answer" options={options} />
      <TextArea field={fields.reasons} label="Reasons" />
      <SelectField
        field={fields.successor}
        label="Who takes the place"
        hint="If you uphold. Needed when the lead auditor leaves, or nobody else is on the team. They declare before the audit begins."
        options={successors.map(({ id, name }) => ({ value: id, label: name }))}
        empty="Nobody"
        optional
      />
    </StepPage>
  );
}
