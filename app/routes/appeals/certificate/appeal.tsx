import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { CertificateAppealPage } from '#app/features/certificates/appeals/ui/appeal-page.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Appeal of a certificate · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const appeal = found(await findCertificateAppeal(scope, found(params['id'])));
  return { appeal, officer: scope.actor.kind === 'officer', today: dayOf(scope.now) };
}

export default function CertificateAppeal() {
  const { appeal, officer, today } = useLoaderData<typeof loader>();
  return <CertificateAppealPage appeal={appeal} officer={officer} today={today} />;
}
