import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { reasonForm, type ReasonForm } from '#app/features/audits/forms.ts';
import { askPostponement } from '#app/features/audits/planning/commands/ask-postponement.server.ts';
import { findNotice } from '#app/features/audits/planning/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Ask to postpone · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { clocks } = await findNotice(scope.db, audit.id);
  return { audit, most: clocks.postponementDays };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, reasonForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await askPostponement(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function Postpone() {
  const { audit, most } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReasonForm>('postpone', { reply: answer?.reply });
  return (
    <StepPage
      title="Ask to postpone"
      lead={`You can ask once. The lead auditor accepts or declines; until then the audit stays as it was told. If they accept, it begins within ${most} days of the day you were told.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Ask to postpone"
    >
      <TextArea
        field={fields.reason}
        label="Why the audit cannot take place then"
        hint="The audit body reads this."
        rows={4}
      />
    </StepPage>
  );
}
