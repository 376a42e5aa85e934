import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOpenCase, listColleagues } from '#app/features/workers/casework/case.server.ts';
import { handOverCase } from '#app/features/workers/casework/commands/hold.server.ts';
import { handOverForm, type HandOverForm } from '#app/features/workers/casework/forms.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Hand a case over · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number } = found(await findOpenCase(scope, params['number']));
  return { number, colleagues: await listColleagues(scope) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, handOverForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await handOverCase(scope, id, form.value), `/casework/${number}`, form.reply);
}

export default function HandOver() {
  const { number, colleagues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<HandOverForm>('hand-over', { reply: answer?.reply });
  return (
    <StepPage
      title={`Hand over case ${number}`}
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="From then on it is open to your colleague, and closed to you. Why is kept as a note in the case."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button={colleagues.length === 0 ? undefined : 'Hand it over'}
      context={colleagues.length === 0 ? <p>No other caseworker has an account.</p> : null}
    >
      <SelectField
        field={fields.to}
        label="To whom"
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        empty="Choose a colleague"
      />
      <TextArea field={fields.reasons} label="Why" hint="Kept sealed, as a note in the case" />
    </StepPage>
  );
}
