import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { watchRecruiter } from '#app/features/watching/commands.server.ts';
import { watchRecruiterForm, type WatchRecruiterForm } from '#app/features/watching/forms.ts';
import { WatchStep } from '#app/features/watching/ui/watch-step.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { TextField } from '#app/ui/fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Watch a recruiter · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'company');
  return { registrationNumber: new URL(request.url).searchParams.get('number') ?? '' };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, watchRecruiterForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await watchRecruiter(scope, form.value), '/watches', form.reply);
}

export default function WatchRecruiter() {
  return (
    <WatchStep<WatchRecruiterForm>
      title="Watch a recruiter"
      lead="You hear when its public standing or scope changes, and when its certificate ends soon. The recruiter is not told."
      button="Watch this recruiter"
      saved={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    >
      {(fields) => (
        <TextField
          field={fields.registrationNumber}
          label="Registration number"
          hint="As on the register, such as LRN00012603"
          autoComplete="off"
        />
      )}
    </WatchStep>
  );
}
