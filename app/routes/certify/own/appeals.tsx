import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import {
  listOwnCertificateAppeals,
  listOwnDecisions,
} from '#app/features/certificates/appeals/queries.server.ts';
import { OwnAppeals } from '#app/features/certificates/appeals/ui/own-appeals.tsx';
import { EmptyState } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Appeals · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return {
    decisions: await listOwnDecisions(scope),
    appeals: await listOwnCertificateAppeals(scope),
    owner: scope.actor.owner === true,
  };
}

export default function OwnCertificateAppeals() {
  const { decisions, appeals, owner } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Appeals"
        back={{ to: '/certificate', label: 'Your certificate' }}
        lead="Against what was decided of your certificate. People who had no part in the decision look at it. It stands until they have decided, unless they grant a stay."
      />
      {decisions.length + appeals.length === 0 ? (
        <EmptyState title="Nothing to appeal against">
          A suspension, a withdrawal, a smaller scope or a refusal of the panel can be appealed against within
          30 days. There is none now.
        </EmptyState>
      ) : (
        <OwnAppeals decisions={decisions} appeals={appeals} owner={owner} />
      )}
    </>
  );
}
