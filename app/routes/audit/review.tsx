import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { listFindingsOfAudit } from '#app/features/audits/findings/lists.server.ts';
import { FindingTable } from '#app/features/audits/findings/ui/finding-table.tsx';
import { approveForm, type ApproveForm } from '#app/features/audits/report/forms.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { AuditFacts } from '#app/features/audits/ui/audit-facts.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit, StepPage } from '#app/features/audits/ui/step-page.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Approve the report · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, findings: await listFindingsOfAudit(scope, audit.id), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const id = found(params['id']);
  const form = await readForm(request, approveForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await approveReport(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function Review() {
  const { audit, findings, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ApproveForm>('review', { reply: answer?.reply });
  return (
    <StepPage
      title="Approve the report"
      lead={`The report becomes final and can no longer change. ${audit.recruiter} gets every finding by mail, and the clocks of the findings start today.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Approve the report"
      context={
        <>
          <AuditFacts audit={audit} />
          <FindingTable
            findings={findings}
            caption={findings.length === 1 ? '1 finding' : `${findings.length} findings`}
            today={today}
            empty={{ title: 'No findings', text: 'The report says that nothing was found amiss.' }}
          />
        </>
      }
    >
      <TextArea
        field={fields.note}
        label="Note"
        hint="What you checked; for audit body and scheme"
        optional
      />
    </StepPage>
  );
}
