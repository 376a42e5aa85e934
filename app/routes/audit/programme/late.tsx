import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { giveMoreTime } from '#app/features/audits/programme/late/commands.server.ts';
import { moreTimeForm, type MoreTimeForm } from '#app/features/audits/programme/late/forms.ts';
import { findLateSurveillance } from '#app/features/audits/programme/late/queries.server.ts';
import { mostMonths } from '#app/features/audits/programme/late/rules.ts';
import { LateSurveillance } from '#app/features/audits/programme/late/ui/late-surveillance.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { addMonths, dayInWords } from '#app/platform/calendar.ts';
import { findUnheld } from '#app/features/certificates/clock/due.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'A surveillance was not held · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const late = found(await findLateSurveillance(scope, found(params['id'])));
  const suspendedOn = await findUnheld(scope, late.certificateId, late.clockFrom);
  return { late: { ...late, suspendedOn }, latest: addMonths(late.dueOn, mostMonths) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findLateSurveillance(scope, found(params['id'])));
  const form = await readForm(request, moreTimeForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await giveMoreTime(scope, id, form.value), '/now', form.reply);
}

export default function Late() {
  const { late, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<MoreTimeForm>('more-time', { reply: answer?.reply });
  const open = late.givenUntil === null && late.state !== 'suspended';
  return (
    <StepPage
      title={`The surveillance of ${late.recruiter} was not held`}
      lead={`${late.body} had to hold it by ${dayInWords(late.dueOn)}. A certificate that nobody looks at each year cannot say so.`}
      place={{
        to: `/scheme/certificates/${late.certificateId}`,
        label: late.recruiter,
        eyebrow: late.number,
      }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={open ? 'Give the audit body more time' : undefined}
      context={<LateSurveillance late={late} />}
    >
      {open ? (
        <>
          <DateField
            field={fields.until}
            label="Time until"
            hint={`Not later than ${dayInWords(latest)}, and given once`}
          />
          <TextArea
            field={fields.reasons}
            label="Why the recruiter is not to bear it"
            hint="Kept with the programme. The audit body and a holder who knows of the audit are told the day."
          />
        </>
      ) : null}
    </StepPage>
  );
}
