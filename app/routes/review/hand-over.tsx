import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import { assignReview } from '#app/features/applications/review/commands.server.ts';
import { assignForm } from '#app/features/applications/review/forms.ts';
import { listOfficers } from '#app/features/applications/review/queries.server.ts';
import { refusalText } from '#app/features/applications/ui/refusals.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { SelectField } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Hand the review over · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const application = found(await findApplication(scope, found(params['id'])));
  return { application, officers: await listOfficers(scope, application.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findApplication(scope, found(params['id'])));
  const form = await readForm(request, assignForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await assignReview(scope, id, form.value), `/scheme/applications/${id}`, form.reply);
}

export default function HandOver() {
  const { application, officers } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<{ accountId: string }>('hand-over', { reply: answer?.reply });
  const back = `/scheme/applications/${application.id}`;
  return (
    <StepPage
      title="Hand the review over"
      lead="The checklist goes along. Whoever takes over declares conflicts of interest first, too."
      place={{ to: back, label: application.recruiter, eyebrow: application.reference }}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Hand over"
    >
      <SelectField
        field={fields.accountId}
        label="To whom"
        hint="Officers who declared a tie to this applicant are not in the list"
        options={officers.map(({ id, name }) => ({ value: id, label: name }))}
        empty="Choose an officer"
      />
    </StepPage>
  );
}
