import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { authorisePartner } from '#app/features/network/commands.server.ts';
import { authoriseForm, type AuthoriseForm } from '#app/features/network/forms.ts';
import { shownPhone } from '#app/platform/names/phone.ts';
import { findPartner } from '#app/features/network/queries.server.ts';
import { refusalText } from '#app/features/network/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { CheckboxGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Authorise a partner · Your network · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id, name, phones, authorisations } = found(await findPartner(scope, found(params['partnerId'])));
  const chosen = authorisations.find(({ endedOn }) => endedOn === null)?.phones ?? [];
  const options = phones.map((value) => ({ value, label: shownPhone(value) }));
  return { id, name, options, chosen };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findPartner(scope, found(params['partnerId'])));
  const form = await readForm(request, authoriseForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await authorisePartner(scope, id, form.value), `/network/${id}`, form.reply);
}

export default function Authorise() {
  const { id, name, options, chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AuthoriseForm>('authorise', {
    reply: answer?.reply,
    saved: { phones: chosen },
  });
  return (
    <StepPage
      title={`Authorise ${name}`}
      place={{ to: `/network/${id}`, label: name }}
      lead="From today, a worker who checks one of these numbers is told that this partner may speak for you. You answer for what it promises and charges."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Authorise"
    >
      <CheckboxGroup
        field={fields.phones}
        label="By which numbers"
        hint="Only numbers this partner itself uses to speak with workers"
        options={options}
      />
    </StepPage>
  );
}
