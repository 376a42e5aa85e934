import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { listConcerns } from '#app/features/audits/fieldwork/concerns/queries.server.ts';
import { Concerns } from '#app/features/audits/fieldwork/concerns/ui/concerns.tsx';
import { filtered, filterOf } from '#app/features/audits/fieldwork/list/filter.ts';
import { hasKept } from '#app/features/audits/fieldwork/along/queries.server.ts';
import { listPresent } from '#app/features/audits/fieldwork/presence/queries.server.ts';
import { listIndicators } from '#app/features/audits/fieldwork/queries.server.ts';
import { IndicatorFilter } from '#app/features/audits/fieldwork/list/ui/indicator-filter.tsx';
import { IndicatorList } from '#app/features/audits/fieldwork/list/ui/indicator-list.tsx';
import { Keys } from '#app/features/audits/fieldwork/list/ui/keys.tsx';
import { TeamPresence } from '#app/features/audits/fieldwork/presence/ui/presence.tsx';
import { byPrinciple } from '#app/features/audits/fieldwork/ui/progress.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
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
  const filter = filterOf(request.url);
  const audits = scope.actor.kind === 'auditor';
  const [all, present, kept, concerns] = await Promise.all([
    listIndicators(scope, audit),
    audits ? listPresent(scope, audit.id) : [],
    audits && hasKept(scope.db, audit.id),
    listConcerns(scope.db, audit),
  ]);
  const principles = byPrinciple(all).map(({ code, title }) => ({ code, title }));
  return {
    audit,
    ...filtered(all, filter),
    filter,
    principles,
    present,
    kept,
    concerns,
    closes: audits && audit.state === 'in_progress',
  };
}

export default function Indicators() {
  const { audit, chosen, counts, filter, principles, present, kept, concerns, closes } =
    useLoaderData<typeof loader>();
  const { to, label, eyebrow } = placeOfAudit(audit);
  return (
    <>
      <PageHeader
        title="Indicators"
        eyebrow={eyebrow}
        back={{ to, label }}
        tag={<StateTag state={audit.state} />}
      />
      {audit.type === 'stage2' ? <Concerns auditId={audit.id} concerns={concerns} closes={closes} /> : null}
      <IndicatorFilter auditId={audit.id} filter={filter} counts={counts} principles={principles} />
      {closes ? <TeamPresence auditId={audit.id} present={present} /> : null}
      <Keys on="list" />
      <IndicatorList auditId={audit.id} indicators={chosen} filter={filter} present={present} />
      {closes && audit.certificateId ? (
        <p>
          <TextLink to={`/audits/${audit.id}/misuses`}>Misuse of the certificate</TextLink> in public, to be
          raised on indicator B.1.6.
        </p>
      ) : null}
      {kept ? (
        <p>
          <TextLink to={`/audits/${audit.id}/kept`}>Kept answers</TextLink> and photos that came from a device
          too late.
        </p>
      ) : null}
    </>
  );
}
