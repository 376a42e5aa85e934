import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findBody, listApprovals } from '#app/features/bodies/approvals/queries.server.ts';
import { picturesFor } from '#app/features/audits/pictures/pictured.server.ts';
import { Pictures } from '#app/features/audits/pictures/ui/pictures.tsx';
import { ApprovalTable } from '#app/features/bodies/approvals/ui/approval-table.tsx';
import { listAuditors } from '#app/features/bodies/auditors/queries.server.ts';
import { missingAt } from '#app/features/bodies/auditors/rules.ts';
import { Missing } from '#app/features/bodies/auditors/ui/missing.tsx';
import { mayApprove } from '#app/features/bodies/policy.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.body.name ?? 'Audit body'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'auditor', 'reviewer');
  const body = found(await findBody(scope, found(params['id'])));
  const approvals = await listApprovals(scope, body.id);
  const pictures = await picturesFor(scope, { of: 'body', id: body.id }, request);
  const missing = missingAt(await listAuditors(scope, body.id));
  return { body, approvals, missing, pictures, today: dayOf(scope.now), decides: mayApprove(scope.actor) };
}

export default function Body() {
  const { body, approvals, missing, pictures, today, decides } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={body.name}
        eyebrow={`Audit body, ${countryName(body.country)}`}
        back={decides ? { to: '/scheme/audit-bodies', label: 'Audit bodies' } : undefined}
        action={
          <>
            {decides ? (
              <ButtonLink to={`/scheme/audit-bodies/${body.id}/approve`}>Approve this body</ButtonLink>
            ) : null}
            <ButtonLink to={`/audit-body/${body.id}/auditors`} kind="secondary">
              Its auditors and reviewers
            </ButtonLink>
          </>
        }
      />
      <Missing bodyId={body.id} missing={missing} />
      <Section title="Approvals">
        <ApprovalTable approvals={approvals} today={today} decides={decides} />
      </Section>
      <Pictures pictures={pictures} />
    </>
  );
}
