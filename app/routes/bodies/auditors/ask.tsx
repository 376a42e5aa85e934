import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findBody } from '#app/features/bodies/approvals/queries.server.ts';
import { askForApproval } from '#app/features/bodies/auditors/commands/approve.server.ts';
import { askForm, type AskForm } from '#app/features/bodies/auditors/forms.ts';
import { levelNames, levels, roleFor } from '#app/features/bodies/auditors/model.ts';
import { findAuditor } from '#app/features/bodies/auditors/queries.server.ts';
import { refusalText } from '#app/features/bodies/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask for an approval · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const body = found(await findBody(scope, found(params['id'])));
  const auditor = found(await findAuditor(scope.db, body.id, found(params['accountId'])));
  return { bodyId: body.id, auditor };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer');
  const body = found(await findBody(scope, found(params['id'])));
  const auditor = found(await findAuditor(scope.db, body.id, found(params['accountId'])));
  const who = { bodyId: body.id, accountId: auditor.id };
  const form = await readForm(request, askForm);
  if (!form.ok) return badInput(form.reply);
  const back = `/audit-body/${who.bodyId}/auditors/${who.accountId}`;
  return answered(await askForApproval(scope, who, form.value), back, form.reply);
}

export default function Record() {
  const { bodyId, auditor } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<AskForm>('record', { reply: answer?.reply });
  const back = `/audit-body/${bodyId}/auditors/${auditor.id}`;
  return (
    <StepPage
      title="Ask for an approval"
      lead="An officer of the scheme answers within fourteen days, by what is recorded of this person. Lead auditors need a satisfactory witnessed audit."
      place={{ to: back, label: auditor.name }}
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
