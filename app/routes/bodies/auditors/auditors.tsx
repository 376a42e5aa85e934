import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findBody } from '#app/features/bodies/approvals/queries.server.ts';
import { keepingRoles } from '#app/features/bodies/auditors/policy.ts';
import { listAuditors } from '#app/features/bodies/auditors/queries.server.ts';
import { AuditorTable } from '#app/features/bodies/auditors/ui/auditor-table.tsx';
import { found } from '#app/platform/http.server.ts';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Auditors and reviewers of ${data?.body.name ?? 'an audit body'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, ...keepingRoles);
  const body = found(await findBody(scope, found(params['id'])));
  return { body, auditors: await listAuditors(scope, body.id) };
}

export default function Auditors() {
  const { body, auditors } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Auditors and reviewers"
        back={{ to: `/audit-body/${body.id}`, label: body.name }}
        lead="Whoever audits recruiters is approved by the scheme for it, on every day of the audit. Who leads has been watched at an audit in the three years before. Reviewers are approved for the day on which they approve a report, close a grave finding or answer what became of one."
      />
      <AuditorTable bodyId={body.id} auditors={auditors} />
    </>
  );
}
