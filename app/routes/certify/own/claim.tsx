import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { confirmUse } from '#app/features/certificates/claims/checks/commands.server.ts';
import { confirmUseForm } from '#app/features/certificates/claims/checks/forms.ts';
import { listChecks } from '#app/features/certificates/claims/checks/queries.server.ts';
import { Checks, ConfirmUseForm } from '#app/features/certificates/claims/checks/ui/check-parts.tsx';
import { claimStanding } from '#app/features/certificates/claims/model.ts';
import { findOwnClaim } from '#app/features/certificates/claims/queries.server.ts';
import { claimFacts, claimWords } from '#app/features/certificates/claims/ui/claim-parts.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A place where you show it · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const use = found(await findOwnClaim(scope, found(params['id'])));
  return { use, checks: await listChecks(scope.db, use.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const { id } = found(await findOwnClaim(scope, found(params['id'])));
  const form = await readForm(request, confirmUseForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await confirmUse(scope, id, form.value), `/certificate/claims/${id}`, form.reply);
}

export default function OwnClaim() {
  const { use, checks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="A place where you show your certificate"
        eyebrow={use.number}
        back={{ to: '/certificate/claims', label: 'Where you show it' }}
        lead={claimStanding(use)}
      />
      <Section title="How the certificate is shown">
        <Summary items={[...claimFacts(use), ...claimWords(use)]} />
      </Section>
      <Checks checks={checks} />
      {checks.some(({ open }) => open) ? (
        <Section title="Say what became of it">
          <ConfirmUseForm answer={answer} />
        </Section>
      ) : null}
    </>
  );
}
