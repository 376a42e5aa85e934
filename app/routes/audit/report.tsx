import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { submitReport } from '#app/features/audits/report/commands/submit-report.server.ts';
import { listFindingsOfAudit } from '#app/features/audits/findings/lists.server.ts';
import { FindingTable } from '#app/features/audits/findings/ui/finding-table.tsx';
import { reportForm, type ReportForm } from '#app/features/audits/report/forms.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { ReviewNote } from '#app/features/audits/ui/audit-facts.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit, StepPage } from '#app/features/audits/ui/step-page.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';

export const meta: MetaFunction = () => [{ title: 'Write the report · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, findings: await listFindingsOfAudit(scope, audit.id), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  const form = await readForm(request, reportForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await submitReport(scope, id, form.value), `/audits/${id}`, form.reply);
}

export default function Report() {
  const { audit, findings, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const saved = { summary: audit.summary ?? '' };
  const [form, fields] = useFields<ReportForm>('report', { reply: answer?.reply, saved });
  return (
    <StepPage
      title="Write the report"
      lead="The report holds your summary and every finding below. It goes to a technical reviewer of your audit body who was not on the team."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send for review"
      context={
        <>
          {audit.reviewNote ? <ReviewNote note={audit.reviewNote} /> : null}
          <FindingTable
            findings={findings}
            caption={findings.length === 1 ? '1 finding' : `${findings.length} findings`}
            today={today}
            empty={{ title: 'No findings', text: 'The report will say that nothing was found amiss.' }}
          />
        </>
      }
    >
      <TextArea
        field={fields.summary}
        label="Summary"
        hint="For the reviewer, the decision panel and the recruiter"
        rows={10}
      />
    </StepPage>
  );
}
