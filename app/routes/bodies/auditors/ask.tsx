import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askForApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import { askForm, type AskForm } from '#app/features/bodies/auditors/forms.ts';
import { levelNames, levels, roleFor } from '#app/features/bodies/auditors/model.ts';
import { auditorPath, placeOfAuditor } from '#app/features/bodies/auditors/ui/place.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

import { auditorOfBody } from './of-body.server.ts';

export const meta: MetaFunction = () => [{ title: 'Ask for an approval · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const { bodyId, auditor } = found(await auditorOfBody(scope, params));
  return { bodyId, auditor };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const { who } = found(await auditorOfBody(scope, params));
  const form = await readForm(request, askForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await askForApproval(scope, who, form.value), auditorPath(who), form.reply);
}

export default function Record() {
  const { bodyId, auditor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AskForm>('record', { reply: answer?.reply });
  return (
    <StepPage
      title="Ask for an approval"
      lead="An officer of the scheme answers within fourteen days, by what is recorded of this person. Lead auditors need a satisfactory witnessed audit."
      place={placeOfAuditor({ bodyId, accountId: auditor.id }, auditor.name)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Ask the scheme"
    >
      <RadioGroup
        field={fields.level}
        label="Approval as"
        options={levels
          .filter((value) => auditor.roles.includes(roleFor[value]))
          .map((value) => ({ value, label: levelNames[value] }))}
      />
      <TextArea field={fields.request} label="Why they are ready for it" />
    </StepPage>
  );
}
