import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCertificate, listStatusDecisions } from '#app/features/certificates/queries.server.ts';
import { CertificateFacts } from '#app/features/certificates/ui/certificate-facts.tsx';
import { StatusDecisions } from '#app/features/certificates/ui/status-decisions.tsx';
import { StatusOf } from '#app/features/certificates/ui/status-of.tsx';
import { StatusSteps } from '#app/features/certificates/ui/status-steps.tsx';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.found.certificate.number ?? 'Certificate'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const certificate = found(await findCertificate(scope, found(params['id'])));
  return {
    found: certificate,
    decisions: await listStatusDecisions(scope, certificate.certificate.id),
    today: dayOf(scope.now),
  };
}

export default function Certificate() {
  const { found: listed, decisions, today } = useLoaderData<typeof loader>();
  const { certificate, recruiter } = listed;
  return (
    <>
      <PageHeader
        title={recruiter}
        eyebrow={certificate.number}
        back={{ to: '/scheme/certificates', label: 'Certificates' }}
        tag={<StatusOf certificate={certificate} today={today} />}
        clock={`Valid until ${dayInWords(certificate.validUntil)}, ${untilInWords(certificate.validUntil, today)}`}
        action={<StatusSteps id={certificate.id} status={certificate.status} />}
      />
      <CertificateFacts listed={listed} />
      <Section title="Decisions">
        <StatusDecisions decisions={decisions} />
      </Section>
    </>
  );
}
