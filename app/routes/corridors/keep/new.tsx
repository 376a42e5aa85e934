import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { enterInBook } from '#app/features/mapping/corridors/commands.server.ts';
import { enterForm } from '#app/features/mapping/corridors/forms.ts';
import {
  PlaceFields,
  SaidFields,
  type EntryAnswers,
} from '#app/features/mapping/corridors/ui/entry-fields.tsx';
import { refusalText } from '#app/features/mapping/corridors/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Write an entry · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await enter(request, 'officer');
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const form = await readForm(request, enterForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await enterInBook(scope, form.value);
  return answered(outcome, outcome.ok ? `/scheme/corridors/${outcome.value.id}` : '', form.reply);
}

export default function New() {
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<EntryAnswers>('corridor', { reply: answer?.reply });
  return (
    <StepPage
      title="Write an entry"
      place={{ to: '/scheme/corridors', label: 'Corridor book' }}
      lead="You say that the source you name says this, and that you looked at it today. Everybody with an account reads it at once."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Write it"
    >
      <PlaceFields fields={fields} />
      <SaidFields fields={fields} />
    </StepPage>
  );
}
