import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { chooseRhythm } from '#app/features/watching/commands.server.ts';
import { rhythmForm, type RhythmForm } from '#app/features/watching/forms.ts';
import { rhythms } from '#app/features/watching/model.ts';
import { findRhythm } from '#app/features/watching/queries.server.ts';
import { refusalText, rhythmWords } from '#app/features/watching/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

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
  const saved = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<RhythmForm>('watch', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Mails about watches"
      lead="This is your own choice. Colleagues choose for themselves."
      place={{ to: '/watches', label: 'Watches' }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Save"
    >
      <RadioGroup field={fields.rhythm} label="When you get mails" options={options} />
    </StepPage>
  );
}
