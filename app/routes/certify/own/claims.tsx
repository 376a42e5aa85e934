import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { askForClaim } from '#app/features/certificates/claims/commands.server.ts';
import { claimForm } from '#app/features/certificates/claims/forms.ts';
import { listOwnClaims } from '#app/features/certificates/claims/queries.server.ts';
import { listOwnMisuses } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { ClaimForm, OwnClaims } from '#app/features/certificates/claims/ui/claim-parts.tsx';
import { OwnMisuses } from '#app/features/certificates/claims/ui/misuse-parts.tsx';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { ClaimRules } from '#app/features/certificates/ui/claim-rules.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Where you show it · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const listed = await findOwnCertificate(scope);
  return {
    certificate: listed?.certificate,
    today: dayOf(scope.now),
    claims: await listOwnClaims(scope),
    misuses: await listOwnMisuses(scope),
    id: crypto.randomUUID(),
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, claimForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await askForClaim(scope, form.value), '/certificate/claims', form.reply);
}

export default function Claims() {
  const { certificate, today, claims, misuses, id } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Where you show your certificate"
        back={{ to: '/certificate', label: 'Your certificate' }}
        lead="Ask before you show the certificate or the mark anywhere. What is granted stands on the public register, and ends with the certificate."
      />
      <OwnMisuses misuses={misuses} />
      {certificate ? (
        <Section title="What you may say in public">
          <ClaimRules certificate={certificate} today={today} />
        </Section>
      ) : null}
      {claims.length > 0 ? (
        <Section title="What you asked for">
          <OwnClaims claims={claims} />
        </Section>
      ) : null}
      <Section title="Ask for another place">
        <ClaimForm answer={useActionData<typeof action>()} id={id} />
      </Section>
    </>
  );
}
