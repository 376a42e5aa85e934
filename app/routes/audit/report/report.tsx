import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { breakdownsOf } from '#app/features/audits/findings/breakdowns/queries.server.ts';
import { Breakdowns } from '#app/features/audits/findings/breakdowns/ui/breakdowns.tsx';
import { listFindingsOfAudit } from '#app/features/audits/findings/lists.server.ts';
import { FindingTable } from '#app/features/audits/findings/ui/finding-table.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { saveReport } from '#app/features/audits/report/commands/save-report.server.ts';
import { reportForm } from '#app/features/audits/report/forms.ts';
import { namingsBeside, namingsOf } from '#app/features/audits/report/namings.server.ts';
import { findDraft } from '#app/features/audits/report/queries.server.ts';
import { Namings } from '#app/features/audits/report/ui/namings.tsx';
import { ReportForm } from '#app/features/audits/report/ui/report-form.tsx';
import { ReviewNote } from '#app/features/audits/ui/audit-facts.tsx';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Write the report · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const draft = await findDraft(scope.db, audit.id);
  const namings = [
    ...(draft ? await namingsOf(scope.db, audit, draft) : []),
    ...(await namingsBeside(scope.db, audit)),
  ];
  const findings = await listFindingsOfAudit(scope, audit.id);
  const breakdowns = await breakdownsOf(scope.db, audit);
  return { audit, draft, namings, findings, breakdowns, today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, reportForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await saveReport(scope, id, form.value), `/audits/${id}/report/send`, form.reply);
}

export default function Report() {
  const { audit, draft, namings, findings, breakdowns, today } = useLoaderData<typeof loader>();
  const place = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Write the report"
        lead="Save as often as you like. When every part is written, the recruiter checks the facts, and then a technical reviewer of your audit body reads it who was not on the team."
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
      />
      <div className="flex w-full max-w-[56rem] flex-col gap-6">
        {audit.reviewNote ? <ReviewNote note={audit.reviewNote} /> : null}
        <Namings namings={namings} />
        <Breakdowns {...breakdowns} answers />
        <FindingTable
          findings={findings}
          caption={findings.length === 1 ? '1 finding' : `${findings.length} findings`}
          today={today}
          empty={{ title: 'No findings', text: 'The report will say that nothing was found amiss.' }}
        />
      </div>
      <ReportForm draft={draft} answer={useActionData<typeof action>()} back={place.to} />
    </>
  );
}
