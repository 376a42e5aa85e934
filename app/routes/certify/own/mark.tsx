import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { ClaimRules } from '#app/features/certificates/ui/claim-rules.tsx';
import { markLanguageOf } from '#app/features/register/marks/model.ts';
import { mayCarry } from '#app/features/register/marks/rules.ts';
import {
  BadgeToPaste,
  InLanguages,
  MarkRules,
  NothingToShow,
} from '#app/features/register/marks/ui/mark-parts.tsx';
import { findRecord } from '#app/features/register/queries.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Badge, poster and card · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const listed = await findOwnCertificate(scope);
  const record = listed && (await findRecord(scope, listed.registrationNumber));
  if (!listed || !record?.ok) return { bearer: undefined };
  const { name, registrationNumber, standing } = record.value;
  return {
    bearer: { name, registrationNumber },
    language: markLanguageOf(new URL(request.url).searchParams.get('lang')),
    ...{ counts: mayCarry(standing.status), certificate: listed.certificate },
    ...{ origin: installation(), today: dayOf(scope.now) },
  };
}

const back = { to: '/certificate', label: 'Your certificate' };

export default function Mark() {
  const page = useLoaderData<typeof loader>();
  if (!page.bearer)
    return (
      <>
        <PageHeader title="Badge, poster and card" back={back} />
        <EmptyState
          title="No certificate yet"
          action={<ButtonLink to="/apply">See your application</ButtonLink>}
        >
          With a certificate come a badge for your site, and posters and cards for workers in sixteen
          languages.
        </EmptyState>
      </>
    );
  const { bearer, language, counts, certificate, origin, today } = page;
  return (
    <>
      <PageHeader
        title="Badge, poster and card"
        back={back}
        lead="Workers and companies see at a glance where you stand, and check it themselves."
      />
      {counts ? null : <NothingToShow />}
      <Section title="A badge for your site">
        <BadgeToPaste {...{ bearer, language, origin }} />
      </Section>
      <Section title="Badge, posters and cards by language">
        <InLanguages printed={counts} />
      </Section>
      <Section title="How the mark is used">
        <ClaimRules certificate={certificate} today={today} />
        {counts ? <MarkRules /> : null}
      </Section>
    </>
  );
}
