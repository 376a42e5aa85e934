import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { callMeeting } from '#app/features/certificates/decisions/meetings/commands.server.ts';
import { meetingForm, type MeetingForm } from '#app/features/certificates/decisions/meetings/forms.ts';
import { matterKindNames } from '#app/features/certificates/decisions/model.ts';
import { listOpen } from '#app/features/certificates/decisions/queries.server.ts';
import { refusalText } from '#app/features/certificates/decisions/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { CheckboxGroup, DateField, RadioGroup } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Call a meeting · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'decider');
  return { open: await listOpen(scope) };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'decider');
  const form = await readForm(request, meetingForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await callMeeting(scope, form.value), '/scheme/decisions', form.reply);
}

const forms = [
  { value: 'meeting', label: 'Meeting', hint: 'The panel meets; everybody votes here' },
  { value: 'circulation', label: 'By circulation', hint: 'Everybody reads and votes on their own' },
];

export default function NewMeeting() {
  const { open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<MeetingForm>('meeting', { reply: answer?.reply });
  return (
    <StepPage
      title="Call a meeting"
      place={{ to: '/scheme/decisions', label: 'Decisions' }}
      lead="Votes on its matters count until the end of its last day, or until it is closed. A matter that is not decided by then can be put on another meeting."
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Call the meeting"
    >
      <RadioGroup field={fields.form} label="Form" options={forms} />
      <DateField field={fields.closesOn} label="Votes count until the end of" hint="The day ends by UTC" />
      <CheckboxGroup
        field={fields.matters}
        label="Matters"
        options={open.map(({ id, recruiter, kind, reference }) => ({
          value: id,
          label: recruiter,
          hint: `${matterKindNames[kind]}, ${reference}`,
        }))}
      />
    </StepPage>
  );
}
