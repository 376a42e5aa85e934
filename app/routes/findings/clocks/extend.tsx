import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { extendFinding } from '#app/features/audits/findings/clocks/commands.server.ts';
import { extendForm, type ExtendForm } from '#app/features/audits/findings/clocks/forms.ts';
import { findFinding } from '#app/features/audits/findings/record.server.ts';
import { clockOf } from '#app/features/audits/findings/rules.ts';
import { placeOfFinding } from '#app/features/audits/findings/ui/place.ts';
import { refusalText } from '#app/features/audits/findings/ui/refusals.ts';
import { ClockText } from '#app/features/audits/findings/ui/tags.tsx';
import { answererNames } from '#app/features/audits/model.ts';
import { dayOf, timeInWords } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Give more time · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const record = found(await findFinding(scope, found(params['id'])));
  const today = dayOf(scope.now);
  return { record, today, clock: clockOf(record.finding, today) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const { id } = found(await findFinding(scope, found(params['id']))).finding;
  const form = await readForm(request, extendForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await extendFinding(scope, id, form.value), `/findings/${id}`, form.reply);
}

export default function Extend() {
  const { record, today, clock } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ExtendForm>('extend', { reply: answer?.reply });
  return (
    <StepPage
      title="Give more time"
      lead="A finding gets more time once, for a reason that is told to the recruiter and stays in the log. When the new day is missed as well, the finding is escalated."
      place={placeOfFinding(record.finding)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={record.extendedAt ? undefined : 'Give more time'}
      context={
        <>
          <p>
            <ClockText clock={clock} today={today} />
          </p>
          {record.extendedAt ? (
            <Card title="More time was given">
              <p className="text-sm text-ink-2">
                {`By the ${answererNames[record.extendedAs].toLowerCase()} on ${timeInWords(record.extendedAt)}`}
              </p>
              <p className="whitespace-pre-line">{record.extensionReason}</p>
            </Card>
          ) : null}
        </>
      }
    >
      <DateField
        field={fields.until}
        label="New day"
        hint="Later than the day it is due now, by no more than the time this grade allows"
      />
      <TextArea field={fields.reason} label="Reason" hint="The recruiter reads this" />
    </StepPage>
  );
}
