import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { scheduleAudit } from '#app/features/audits/team/commands/schedule-audit.server.ts';
import { scheduleForm, type ScheduleForm } from '#app/features/audits/team/forms.ts';
import { initialTypes, typeNames } from '#app/features/audits/model.ts';
import { needsOf } from '#app/features/audits/team/abilities.server.ts';
import { findEngagement, listColleagues } from '#app/features/audits/team/engagements.server.ts';
import { Colleagues } from '#app/features/audits/team/ui/colleagues.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Schedule an audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const engagement = found(await findEngagement(scope, found(params['applicationId'])));
  const asked = new URL(request.url).searchParams.get('type');
  const type = engagement.next.find((next) => next === asked) ?? engagement.next[0] ?? null;
  return {
    ...{ engagement, type, colleagues: await listColleagues(scope) },
    needs: await needsOf(scope.db, engagement.id),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findEngagement(scope, found(params['applicationId'])));
  const form = await readForm(request, scheduleForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await scheduleAudit(scope, id, form.value);
  return outcome.ok ? redirect(`/audits/${outcome.value.id}`) : refused(outcome.refusal, form.reply);
}

export default function NewAudit() {
  const { engagement, type, colleagues, needs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = type ? { type } : undefined;
  const [form, fields] = useFields<ScheduleForm>('schedule', { reply: answer?.reply, saved });
  return (
    <StepPage
      title={`Schedule an audit of ${engagement.recruiter}`}
      lead="You lead this audit. Before it is planned, you and everyone you choose declare whether there is a conflict of interest."
      place={{ to: '/audits', label: 'Audits', eyebrow: engagement.reference }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Schedule the audit"
    >
      <RadioGroup
        field={fields.type}
        label="Stage"
        options={initialTypes.map((value) => ({ value, label: typeNames[value], hint: hints[value] }))}
      />
      <Colleagues colleagues={colleagues} needs={needs} fields={fields} />
    </StepPage>
  );
}

const hints = {
  stage1: 'Documents, scope and readiness; may be remote',
  stage2: 'Offices, staff, partners, workers and records. Begins when stage 1 is closed',
};
