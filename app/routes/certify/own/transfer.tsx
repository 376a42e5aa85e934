import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findOwnCertificate } from '#app/features/certificates/queries.server.ts';
import { askForTransfer } from '#app/features/certificates/transfer/commands.server.ts';
import { askForm } from '#app/features/certificates/transfer/forms.ts';
import { listBodiesFor } from '#app/features/certificates/transfer/queries.server.ts';
import { AskForm } from '#app/features/certificates/transfer/ui/forms.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput } from '#app/platform/http.server.ts';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Change the audit body · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const listed = await findOwnCertificate(scope);
  return { listed, bodies: listed ? await listBodiesFor(scope, listed.certificate.id) : [] };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const form = await readForm(request, askForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await askForTransfer(scope, form.value), '/certificate', form.reply);
}

export default function Transfer() {
  const { listed, bodies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Change the audit body"
        eyebrow={listed?.certificate.number}
        back={{ to: '/certificate', label: 'Your certificate' }}
        lead={
          listed
            ? `Your certificate is with ${listed.auditBody}. Before it answers, a reviewer of the new body whom the scheme approved and whom nothing ties to you reads your final reports and the findings that are open; who opened which report is shown with your certificate. Major findings are closed and running audits finished first. Taken over, the certificate goes on under a new number with the same days and scope.`
            : undefined
        }
      />
      {bodies.length === 0 ? (
        <EmptyState title="No other audit body">
          No other body is approved for your country and your sectors today that neither trained nor advised
          you within two years, or you have no certificate yet.
        </EmptyState>
      ) : (
        <AskForm bodies={bodies} answer={answer} />
      )}
    </>
  );
}
