import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { gatherReport } from '#app/features/mapping/reports/gather.server.ts';
import { ReportParts } from '#app/features/mapping/reports/ui/report-parts.tsx';
import { timeInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Due-diligence report · Mapping · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const report = await gatherReport(scope);
  return { report, at: timeInWords(report.madeAt) };
}

export default function ReportPage() {
  const { report, at } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Due-diligence report"
        back={{ to: '/mapping', label: 'Mapping' }}
        lead={`As known at ${at}. Made anew each time it is opened, from what you may see at that moment; each line leads to the answers it rests on.`}
      />
      <Actions>
        <ButtonLink to="/files/mapping-report?as=pdf">Save as PDF</ButtonLink>
        <ButtonLink to="/files/mapping-report?as=xlsx" kind="secondary">
          Save as Excel
        </ButtonLink>
      </Actions>
      <ReportParts report={report} />
    </>
  );
}
