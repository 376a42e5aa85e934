import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { watchCorridor } from '#app/features/watching/commands.server.ts';
import { watchCorridorForm, type WatchCorridorForm } from '#app/features/watching/forms.ts';
import { refusalText } from '#app/features/watching/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { countryOptions } from '#app/platform/places.ts';
import { SelectField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Watch a corridor · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'company');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, watchCorridorForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await watchCorridor(scope, form.value), '/watches', form.reply);
}

export default function WatchCorridor() {
  const saved = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<WatchCorridorForm>('watch', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Watch a corridor"
      lead="You hear of every recruiter that is, was or asks to be certified for it."
      place={{ to: '/watches', label: 'Watches' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Watch this corridor"
    >
      <SelectField
        field={fields.origin}
        label="Workers leave"
        options={countryOptions}
        empty="Choose a country"
      />
      <SelectField
        field={fields.destination}
        label="Workers go to"
        options={countryOptions}
        empty="Choose a country"
      />
    </StepPage>
  );
}
