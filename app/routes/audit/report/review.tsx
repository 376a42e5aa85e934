import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { approveReport } from '#app/features/audits/report/commands/approve-report.server.ts';
import { approveForm } from '#app/features/audits/report/forms.ts';
import {
  findDraft,
  listComments,
  listReportFindings,
  listWithdrawn,
} from '#app/features/audits/report/queries.server.ts';
import { Comments } from '#app/features/audits/report/ui/comments.tsx';
import { WithdrawnFindings } from '#app/features/audits/report/ui/withdrawn.tsx';
import { ReportFindings, ReportWords } from '#app/features/audits/report/ui/report-text.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { AuditFacts } from '#app/features/audits/ui/audit-facts.tsx';
import { findSampled } from '#app/features/audits/interviews/sample.server.ts';
import { Sampled } from '#app/features/audits/interviews/ui/sampled.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { stepUpRefusal, useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Approve the report · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  await askWhoItIs(request);
  const audit = found(await findAudit(scope, found(params['id'])));
  const [draft, findings, withdrawn, comments, sampled] = await Promise.all([
    findDraft(scope.db, audit.id),
    listReportFindings(scope.db, audit.id),
    listWithdrawn(scope.db, audit.id),
    listComments(scope.db, audit.id),
    findSampled(scope.db, audit),
  ]);
  return { audit, draft, findings, withdrawn, comments, sampled };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'reviewer');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, approveForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await approveReport(scope, id, form.value), `/audits/${id}`, form.reply);
}

type Shape = Record<'note' | 'revision', string>;

export default function Review() {
  const { audit, draft, findings, withdrawn, comments, sampled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<Shape>('review', { reply: answer?.reply });
  return (
    <StepPage
      title="Approve the report"
      lead={`The report becomes final and can no longer change. ${audit.recruiter} gets every finding by mail, and the clocks of the findings start today.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && (stepUpRefusal[answer.refusal] ?? refusalText(answer.refusal))}
      button="Approve the report"
      context={
        <>
          <AuditFacts audit={audit} />
          {draft ? <ReportWords report={draft} /> : null}
          {sampled ? <Sampled told={sampled} /> : null}
          <ReportFindings findings={findings} linked />
          <WithdrawnFindings withdrawn={withdrawn} />
          <Comments comments={comments} empty={`${audit.recruiter} had no comment on the facts.`} />
        </>
      }
    >
      <input type="hidden" name="revision" value={draft?.revision ?? 0} />
      <TextArea
        field={fields.note}
        label="Note"
        hint="What you checked; for audit body and scheme"
        optional
      />
    </StepPage>
  );
}
