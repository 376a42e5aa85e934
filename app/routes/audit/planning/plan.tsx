import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { planAudit } from '#app/features/audits/planning/commands/plan-audit.server.ts';
import { planForm, savedPlan, type PlanForm } from '#app/features/audits/planning/forms.ts';
import { findCalculation, findSamplePlan } from '#app/features/audits/planning/ground.server.ts';
import { noticesWithin } from '#app/features/audits/planning/rules.ts';
import { PlanGround } from '#app/features/audits/planning/ui/ground.tsx';
import { findKept, findNotice } from '#app/features/audits/planning/queries.server.ts';
import { noticeNames } from '#app/features/audits/model.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Plan the audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const [notice, { kept, dueOn }, days, sample] = await Promise.all([
    findNotice(scope.db, audit.id),
    findKept(scope.db, audit.id),
    findCalculation(scope.db, audit.id),
    findSamplePlan(scope.db, audit.id),
  ]);
  const ground = { auditId: audit.id, totalDays: days?.totalDays, interviews: sample?.target };
  const within = noticesWithin(kept);
  return { audit, ground, kept, dueOn, within, saved: savedPlan(audit, notice, within) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, planForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await planAudit(scope, id, form.value), `/audits/${id}`, form.reply);
}

const hints = {
  announced: 'The recruiter gets the days and the plan with the notice',
  semi_announced: 'The notice tells a window, and not the days in it',
  unannounced: 'The recruiter learns of it when it begins',
};

export default function Plan() {
  const { audit, ground, kept, dueOn, within, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<PlanForm>('plan', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Plan the audit"
      lead={`Nobody at ${audit.recruiter} learns of the plan before you send the notice; of an unannounced audit they learn when it begins.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Fix the plan"
      context={<PlanGround {...ground} />}
    >
      <RadioGroup
        field={fields.noticeType}
        label="Notice"
        {...(kept && kept !== 'announced'
          ? { hint: `The programme has this audit ${noticeNames[kept].toLowerCase()}` }
          : {})}
        options={within.map((value) => ({ value, label: noticeNames[value], hint: hints[value] }))}
      />
      <DateField field={fields.startsOn} label="First day" />
      <DateField field={fields.endsOn} label="Last day" />
      <DateField
        field={fields.windowFrom}
        label="Window opens"
        hint="Of a semi-announced audit only; longer than the audit itself"
        optional
      />
      <DateField field={fields.windowUntil} label="Window closes" optional />
      <TextArea
        field={fields.plan}
        label="Plan"
        hint="Places, people, workers to meet and records to have ready"
        rows={8}
      />
      {dueOn ? (
        <TextArea
          field={fields.lateReasons}
          label="Why so late"
          hint={`Only where the audit ends after ${dayInWords(dueOn)}, the last day the programme has for it. The scheme reads it.`}
          rows={3}
          optional
        />
      ) : null}
    </StepPage>
  );
}
