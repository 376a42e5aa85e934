import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { renewLicence } from '#app/features/licences/commands.server.ts';
import { renewForm, type RenewForm } from '#app/features/licences/forms.ts';
import { findLicence } from '#app/features/licences/queries.server.ts';
import { untilWhen } from '#app/features/licences/ui/licence-facts.tsx';
import { refusalText } from '#app/features/licences/ui/refusals.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Enter a renewal · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return { licence: found(await findLicence(scope, found(params['licenceId']))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findLicence(scope, found(params['licenceId'])));
  const form = await readForm(request, renewForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await renewLicence(scope, id, form.value), `/licences/${id}`, form.reply);
}

export default function Renew() {
  const { licence, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RenewForm>('renewal', { reply: answer?.reply });
  const back = `/licences/${licence.id}`;
  return (
    <StepPage
      title="Enter a renewal"
      lead={`We know this licence as valid until ${untilWhen(licence.validUntil, today)}. The new last day holds once the scheme or the authority has confirmed it. A renewal with a number of its own is a new licence: add that instead.`}
      place={{ to: back, label: `Licence ${licence.number}` }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Enter the renewal"
    >
      <DateField field={fields.validUntil} label="Valid until" hint="The last day of the renewed licence" />
    </StepPage>
  );
}
