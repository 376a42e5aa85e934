import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { chooseRhythm } from '#app/features/watching/commands.server.ts';
import { rhythmForm, type RhythmForm } from '#app/features/watching/forms.ts';
import { rhythms } from '#app/features/watching/model.ts';
import { findRhythm } from '#app/features/watching/queries.server.ts';
import { WatchStep } from '#app/features/watching/ui/watch-step.tsx';
import { rhythmWords } from '#app/features/watching/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { RadioGroup } from '#app/ui/fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Mails about watches · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  return { rhythm: await findRhythm(await enter(request, 'company')) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, rhythmForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await chooseRhythm(scope, form.value), '/watches', form.reply);
}

const options = rhythms.map((value) => ({ value, ...rhythmWords[value] }));

export default function WatchMails() {
  return (
    <WatchStep<RhythmForm>
      title="Mails about watches"
      lead="This is your own choice. Colleagues choose for themselves."
      button="Save"
      saved={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    >
      {(fields) => <RadioGroup field={fields.rhythm} label="When you get mails" options={options} />}
    </WatchStep>
  );
}
