import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { watchCorridor } from '#app/features/watching/commands.server.ts';
import { watchCorridorForm, type WatchCorridorForm } from '#app/features/watching/forms.ts';
import { WatchStep } from '#app/features/watching/ui/watch-step.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { countryOptions } from '#app/platform/places.ts';
import { SelectField } from '#app/ui/fields.tsx';

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
  return (
    <WatchStep<WatchCorridorForm>
      title="Watch a corridor"
      lead="You hear of every recruiter that is, was or asks to be certified for it."
      button="Watch this corridor"
      answer={useActionData<typeof action>()}
    >
      {(fields) => (
        <>
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
        </>
      )}
    </WatchStep>
  );
}
