import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { endPartner } from '#app/features/network/commands.server.ts';
import { endForm, type EndForm } from '#app/features/network/forms.ts';
import { findPartner } from '#app/features/network/queries.server.ts';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { DateField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'End the work with a partner · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id, name } = found(await findPartner(scope, found(params['partnerId'])));
  return { id, name, today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findPartner(scope, found(params['partnerId'])));
  const form = await readForm(request, endForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await endPartner(scope, id, form.value), '/network', form.reply);
}

export default function EndPartner() {
  const { id, name, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<EndForm>('end', { reply: answer?.reply, saved: { endedOn: today } });
  return (
    <StepPage
      title={`End the work with ${name}`}
      place={{ to: `/network/${id}`, label: name }}
      lead="It is no longer authorised, from this moment. It stays on record as ended; if you have not sent an application yet and nobody relied on it, it is removed altogether."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="End the work with it"
      danger
    >
      <DateField field={fields.endedOn} label="The work ended on" max={today} />
    </StepPage>
  );
}
