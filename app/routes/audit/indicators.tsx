import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { hasRefused } from '#app/features/audits/fieldwork/operations.server.ts';
import { listIndicators } from '#app/features/audits/fieldwork/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { IndicatorFilter, IndicatorList, shown } from '#app/features/audits/fieldwork/ui/indicator-list.tsx';
import { placeOfAudit } from '#app/features/audits/ui/step-page.tsx';
import { StateTag } from '#app/features/audits/ui/tags.tsx';
import { found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Indicators, ${data?.audit.recruiter ?? 'audit'} · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['id'])));
  const asked = new URL(request.url).searchParams.get('show');
  return {
    audit,
    indicators: await listIndicators(scope, audit),
    show: shown.find((choice) => choice === asked) ?? ('all' as const),
    kept: scope.actor.kind === 'auditor' && (await hasRefused(scope.db, audit.id)),
  };
}

export default function Indicators() {
  const { audit, indicators, show, kept } = useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Indicators"
        eyebrow={eyebrow}
        back={{ to, label }}
        tag={<StateTag state={audit.state} />}
      />
      <IndicatorFilter auditId={audit.id} indicators={indicators} show={show} />
      <IndicatorList auditId={audit.id} indicators={indicators} show={show} />
      {kept ? (
        <p>
          <TextLink to={`/audits/${audit.id}/kept`}>Kept answers</TextLink> that came from a device too late.
        </p>
      ) : null}
    </>
  );
}
