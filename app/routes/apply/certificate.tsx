import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listOwnRequests } from '#app/features/certificates/extension/queries.server.ts';
import { RequestList } from '#app/features/certificates/extension/ui/request-list.tsx';
import { listOwnTransfers } from '#app/features/certificates/transfer/queries.server.ts';
import { TransferList } from '#app/features/certificates/transfer/ui/transfer-list.tsx';
import { findComing, listLife } from '#app/features/certificates/life/queries.server.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { CertificateFacts } from '#app/features/certificates/ui/certificate-facts.tsx';
import { ClaimRules } from '#app/features/certificates/ui/claim-rules.tsx';
import { Coming } from '#app/features/certificates/ui/coming.tsx';
import { LifePicture } from '#app/features/certificates/ui/life-picture.tsx';
import { StatusOf } from '#app/features/certificates/ui/status-of.tsx';
import { reasonInWords } from '#app/features/register/ui/standing.tsx';
import { dayInWords, dayOf, untilInWords } from '#app/platform/calendar.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Your certificate · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const today = dayOf(scope.now);
  const listed = await findOwnCertificate(scope);
  if (!listed) return { listed: undefined, today };
  const { certificate } = listed;
  return {
    ...{ listed, today, life: await listLife(scope, certificate.id) },
    coming: await findComing(scope, certificate),
    requests: await listOwnRequests(scope),
    transfers: await listOwnTransfers(scope),
    owner: scope.actor.owner === true,
  };
}

export default function OwnCertificate() {
  const page = useLoaderData<typeof loader>();
  if (!page.listed) {
    return (
      <>
        <PageHeader title="Your certificate" />
        <EmptyState
          title="No certificate yet"
          action={<ButtonLink to="/apply">See your application</ButtonLink>}
        >
          Your certificate stands here, ready to print, when the decision panel has granted it.
        </EmptyState>
      </>
    );
  }
  const { listed, today, life, coming, requests, transfers, owner } = page;
  const { certificate } = listed;
  const reason = 'reasonClass' in certificate ? reasonInWords(certificate.reasonClass) : null;
  return (
    <>
      <PageHeader
        title="Your certificate"
        eyebrow={certificate.number}
        tag={<StatusOf certificate={certificate} today={today} />}
        clock={`Valid until ${dayInWords(certificate.validUntil)}, ${untilInWords(certificate.validUntil, today)}`}
        lead={
          reason
            ? `${reason}, since ${dayInWords(new Date(certificate.since).toISOString().slice(0, 10))}.`
            : undefined
        }
      />
      <Coming found={coming} today={today} />
      {coming.licence ? (
        <p>
          <TextLink to="/licences">Enter the renewed licence, or another one</TextLink>
        </p>
      ) : null}
      <CertificateFacts listed={listed} />
      <Section title="What you may say in public">
        <ClaimRules certificate={certificate} today={today} />
        <p>
          <TextLink to="/certificate/mark">Badge for your site, posters and cards for workers</TextLink>
        </p>
        <p>
          <TextLink to="/certificate/claims">Where you show it</TextLink>
        </p>
        <p>
          <TextLink to="/register-contacts">Your phone numbers and pages on the register</TextLink>
        </p>
      </Section>
      <Section title="A wider scope">
        <RequestList requests={requests} certificate={certificate} today={today} />
      </Section>
      <Section title="Changes in your agency">
        <p>
          <TextLink to="/certificate/changes">Tell the scheme of a change</TextLink>: owners, people in
          charge, licences, offices, countries, partners, charges
        </p>
      </Section>
      <Section title="Another audit body">
        <TransferList transfers={transfers} certificate={certificate} today={today} />
      </Section>
      <Section title="A decision you think is wrong">
        <p>
          <TextLink to="/certificate/appeals">Appeals, and what may be appealed against</TextLink>
        </p>
      </Section>
      {owner ? (
        <Section title="Without it">
          <p>
            <TextLink to="/certificate/suspend">Have it suspended for a while</TextLink> or{' '}
            <TextLink to="/certificate/withdraw">give it back</TextLink>.
          </p>
        </Section>
      ) : null}
      <Section title="Its life">
        <LifePicture certificate={certificate} validFrom={listed.validFrom} moments={life} today={today} />
      </Section>
    </>
  );
}
