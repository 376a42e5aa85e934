import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listAppeals } from '#app/features/applications/appeals/queries.server.ts';
import { listCertificateAppeals } from '#app/features/certificates/appeals/queries.server.ts';
import { CertificateAppealTable } from '#app/features/certificates/appeals/ui/appeal-table.tsx';
import { AppealTable } from '#app/features/applications/appeals/ui/appeal-table.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Appeals · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  return {
    appeals: await listAppeals(scope),
    ofCertificates: await listCertificateAppeals(scope),
    today: dayOf(scope.now),
  };
}

export default function Appeals() {
  const { appeals, ofCertificates, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Appeals"
        lead="Against rejections and refusals, and against what was decided of a certificate. People who had no part in the decision decide, within 60 days; of certificates, two of them."
      />
      <Section title="Of applications">
        <AppealTable appeals={appeals} today={today} />
      </Section>
      <Section title="Of certificates">
        <CertificateAppealTable appeals={ofCertificates} today={today} />
      </Section>
    </>
  );
}
