import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { sendReport } from '#app/features/audits/report/commands/send-report.server.ts';
import { partNames } from '#app/features/audits/report/model.ts';
import {
  auditClocksOf,
  findDraft,
  listReportFindings,
  listWithdrawn,
} from '#app/features/audits/report/queries.server.ts';
import { missingParts } from '#app/features/audits/report/rules.ts';
import { Namings } from '#app/features/audits/report/ui/namings.tsx';
import { WithdrawnFindings } from '#app/features/audits/report/ui/withdrawn.tsx';
import { ReportFindings, ReportWords } from '#app/features/audits/report/ui/report-text.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { addWorkingDays, dayInWords, dayOf } from '#app/platform/calendar.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { namingsBeside, namingsOf } from '#app/features/audits/report/namings.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { useFields } from '#app/ui/form.tsx';
import { Card } from '#app/ui/page.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Send the report · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const draft = await findDraft(scope.db, audit.id);
  const { factCheckWorkingDays } = await auditClocksOf(scope.db, audit.schemeVersionId);
  return {
    ...{ audit, draft, missing: draft ? missingParts(draft) : [] },
    namings: [
      ...(draft ? await namingsOf(scope.db, audit, draft) : []),
      ...(await namingsBeside(scope.db, audit)),
    ],
    findings: await listReportFindings(scope.db, audit.id),
    withdrawn: await listWithdrawn(scope.db, audit.id),
    until: addWorkingDays(dayOf(scope.now), factCheckWorkingDays),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  return answered(await sendReport(scope, id), `/audits/${id}`);
}

export default function SendReport() {
  const { audit, draft, missing, namings, findings, withdrawn, until } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('send', { reply: undefined });
  return (
    <StepPage
      title="Send the report"
      lead={`${audit.recruiter} reads everything below, its findings included, and can comment on the facts until ${dayInWords(until)}. Then a technical reviewer of your audit body reads it. The findings are not issued yet.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Send the report"
      context={
        <>
          {missing.length > 0 ? (
            <Card title="Still to be written">
              <p>{missing.map((part) => partNames[part]).join(', ')}</p>
              <ButtonLink to={`/audits/${audit.id}/report`} kind="secondary">
                Go on writing
              </ButtonLink>
            </Card>
          ) : null}
          <Namings namings={namings} />
          {draft ? <ReportWords report={draft} /> : <p>Nothing is written yet.</p>}
          <ReportFindings findings={findings} linked />
          <WithdrawnFindings withdrawn={withdrawn} />
        </>
      }
    />
  );
}
