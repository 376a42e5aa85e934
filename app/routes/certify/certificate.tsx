import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listChanges } from '#app/features/certificates/changes/queries.server.ts';
import { ToldChanges } from '#app/features/certificates/changes/ui/change-parts.tsx';
import { listMisuses } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { Misuses } from '#app/features/certificates/claims/ui/misuse-parts.tsx';
import { findOpenRequest } from '#app/features/certificates/extension/queries.server.ts';
import { findComing, listLife } from '#app/features/certificates/life/queries.server.ts';
import { findCertificate, listStatusDecisions } from '#app/features/certificates/queries.server.ts';
import { CertificateFacts } from '#app/features/certificates/ui/certificate-facts.tsx';
import { Coming } from '#app/features/certificates/ui/coming.tsx';
import { LifePicture } from '#app/features/certificates/ui/life-picture.tsx';
import { StatusDecisions } from '#app/features/certificates/ui/status-decisions.tsx';
import { StatusOf } from '#app/features/certificates/ui/status-of.tsx';
import { StatusSteps } from '#app/features/certificates/ui/status-steps.tsx';
import { findWatch } from '#app/features/certificates/watch/queries.server.ts';
import { WatchEnd } from '#app/features/certificates/watch/ui/watch-end.tsx';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card, PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.found.certificate.number ?? 'Certificate'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const certificate = found(await findCertificate(scope, found(params['id'])));
  return {
    found: certificate,
    decisions: await listStatusDecisions(scope, certificate.certificate.id),
    life: await listLife(scope, certificate.certificate.id),
    coming: await findComing(scope, certificate.certificate),
    misuses: await listMisuses(scope, certificate.certificate.id),
    watch: await findWatch(scope, certificate.certificate.id),
    request: await findOpenRequest(scope, certificate.certificate.id),
    changes: await listChanges(scope, certificate.certificate.organisationId),
    today: dayOf(scope.now),
  };
}

const ended: readonly string[] = ['withdrawn', 'superseded', 'transferred'];

export default function Certificate() {
  const {
    found: listed,
    decisions,
    life,
    coming,
    misuses,
    watch,
    request,
    changes,
    today,
  } = useLoaderData<typeof loader>();
  const { certificate, recruiter } = listed;
  return (
    <>
      <PageHeader
        title={recruiter}
        eyebrow={certificate.number}
        back={{ to: '/scheme/certificates', label: 'Certificates' }}
        tag={<StatusOf certificate={certificate} today={today} />}
        clock={`Valid until ${dayInWords(certificate.validUntil)}, ${untilInWords(certificate.validUntil, today)}`}
        action={<StatusSteps certificate={certificate} />}
      />
      <Coming found={coming} today={today} />
      <WatchEnd certificateId={certificate.id} watch={watch} />
      {request ? (
        <Card title="A wider scope is asked for">
          <TextLink to={`/scheme/certificates/${certificate.id}/extension`}>Read it and answer</TextLink>
        </Card>
      ) : null}
      <CertificateFacts listed={listed} />
      {ended.includes(certificate.status) ? null : (
        <>
          <p>
            <TextLink to={`/scheme/certificates/${certificate.id}/order-audit`}>
              Order a special audit
            </TextLink>
          </p>
          <Misuses certificateId={certificate.id} misuses={misuses} />
        </>
      )}
      <ToldChanges title="Changes the recruiter reported" changes={changes} />
      <Section title="Its life">
        <LifePicture certificate={certificate} validFrom={listed.validFrom} moments={life} today={today} />
      </Section>
      <Section title="Decisions">
        <StatusDecisions decisions={decisions} />
      </Section>
    </>
  );
}
