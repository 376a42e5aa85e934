import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { noticeNames, triggerNames, typeNames } from '#app/features/audits/model.ts';
import { scheduleProgrammeAudit } from '#app/features/audits/programme/commands/schedule-entry.server.ts';
import { scheduleEntryForm, type ScheduleEntryForm } from '#app/features/audits/programme/forms.ts';
import { findEntry } from '#app/features/audits/programme/queries.server.ts';
import { needsOf } from '#app/features/audits/team/abilities.server.ts';
import { listColleagues } from '#app/features/audits/team/engagements.server.ts';
import { Colleagues } from '#app/features/audits/team/ui/colleagues.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Schedule an audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const entry = found(await findEntry(scope, found(params['entryId'])));
  const needs = await needsOf(scope.db, entry.applicationId);
  return { entry, colleagues: await listColleagues(scope), needs };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findEntry(scope, found(params['entryId'])));
  const form = await readForm(request, scheduleEntryForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await scheduleProgrammeAudit(scope, id, form.value);
  return outcome.ok ? redirect(`/audits/${outcome.value.id}`) : refused(outcome.refusal, form.reply);
}

export default function ScheduleEntry() {
  const { entry, colleagues, needs } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ScheduleEntryForm>('schedule-entry', { reply: answer?.reply });
  const { recruiter, type, noticeType, windowFrom, dueOn, trigger, grounds } = entry;
  const { causeSource, causeOn } = entry;
  return (
    <StepPage
      title={`Schedule the audit of ${recruiter}`}
      lead={`${typeNames[type]}, ${noticeNames[noticeType].toLowerCase()}, between ${dayInWords(windowFrom)} and ${dayInWords(dueOn)}. You lead it. Before it is planned, you and everyone you choose declare whether there is a conflict of interest.`}
      place={{ to: '/audits/calendar', label: 'Audit calendar', eyebrow: entry.number }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Schedule the audit"
      context={
        trigger ? (
          <p>{`${triggerNames[trigger]}${causeSource && causeOn ? `: ${causeSource}, ${dayInWords(causeOn)}` : ''}. ${grounds ?? ''}`}</p>
        ) : undefined
      }
    >
      <Colleagues colleagues={colleagues} needs={needs} fields={fields} />
    </StepPage>
  );
}
