import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOpenCase } from '#app/features/workers/casework/case.server.ts';
import { flagCase } from '#app/features/workers/casework/commands/about.server.ts';
import { flagsForm } from '#app/features/workers/casework/forms.ts';
import { refusalText } from '#app/features/workers/casework/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { CheckboxField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Who is in danger · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { number, danger, child, reprisal } = found(await findOpenCase(scope, params['number']));
  return { number, danger, child, reprisal };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'caseworker');
  const { id, number } = found(await findOpenCase(scope, params['number']));
  const form = await readForm(request, flagsForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await flagCase(scope, id, form.value), `/casework/${number}`, form.reply);
}

type Answers = { danger: string; child: string; reprisal: string; reasons: string };
const on = (said: boolean) => (said ? 'on' : '');

export default function Flags() {
  const { number, danger, child, reprisal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<Answers>('flags', {
    ...{ reply: answer?.reply },
    saved: { danger: on(danger), child: on(child), reprisal: on(reprisal) },
  });
  return (
    <StepPage
      title="Who is in danger"
      place={{ to: `/casework/${number}`, label: `Case ${number}` }}
      lead="As it stands now. Cases with any of these come first in the queue. Nobody is told by this: without consent a case goes to an authority alone, where a life or a child is in danger."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Keep it so"
    >
      <CheckboxField field={fields.danger} label="Somebody is in danger" />
      <CheckboxField field={fields.child} label="A child is concerned" />
      <CheckboxField field={fields.reprisal} label="Somebody is threatened or punished for telling" />
      <TextArea field={fields.reasons} label="Why" hint="Kept sealed, as a note in the case" />
    </StepPage>
  );
}
