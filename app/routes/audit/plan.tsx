import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planForm, type PlanForm } from '#app/features/audits/planning/forms.ts';
import { noticeNames, noticeTypes } from '#app/features/audits/model.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit, StepPage } from '#app/features/audits/ui/step-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Plan the audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  const form = await readForm(request, planForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await planAudit(scope, id, form.value), `/audits/${id}`, form.reply);
}

const hints = {
  announced: 'The recruiter gets the days and the plan by mail, best two weeks ahead',
  semi_announced: 'The recruiter gets the days by mail, closer to them',
  unannounced: 'The recruiter learns of it when it begins',
};

export default function Plan() {
  const { audit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PlanForm>('plan', { reply: answer?.reply });
  return (
    <StepPage
      title="Plan the audit"
      lead={`${audit.recruiter} can read the plan as soon as you save it, unless the audit is unannounced.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Fix the plan"
    >
      <RadioGroup
        field={fields.noticeType}
        label="Notice"
        options={noticeTypes.map((value) => ({ value, label: noticeNames[value], hint: hints[value] }))}
      />
      <DateField field={fields.startsOn} label="First day" />
      <DateField field={fields.endsOn} label="Last day" />
      <TextArea
        field={fields.plan}
        label="Plan"
        hint="Places, people, workers to meet and records to have ready"
        rows={8}
      />
    </StepPage>
  );
}
