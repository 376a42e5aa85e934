import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findPolicy, listSendings } from '#app/features/mapping/policies/queries.server.ts';
import { SendingTable, VersionTable } from '#app/features/mapping/policies/ui/tables.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'A policy · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const { id, title, versions } = found(await findPolicy(scope, found(params['id'])));
  const sendings = await listSendings(scope.db, id);
  const shown = versions.map(({ number, addedAt, adder }) => ({ number, addedAt, adder }));
  return { id, title, versions: shown, sendings, today: dayOf(scope.now) };
}

export default function Policy() {
  const { id, title, versions, sendings, today } = useLoaderData<typeof loader>();
  const last = versions[0]?.number ?? 1;
  return (
    <>
      <PageHeader title={<bdi>{title}</bdi>} back={{ to: '/mapping/policies', label: 'Policies' }} />
      <Actions>
        <ButtonLink to={`/mapping/policies/${id}/${last}`}>Read and review version {last}</ButtonLink>
        <ButtonLink to={`/mapping/policies/${id}/add`} kind="secondary">
          Add a version
        </ButtonLink>
        {last > 1 ? (
          <ButtonLink to={`/mapping/policies/${id}/compare`} kind="secondary">
            Compare versions
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/mapping/policies/${id}/${last}/send`} kind="secondary">
          Record whom it was sent to
        </ButtonLink>
      </Actions>
      <Section title="Versions">
        <VersionTable id={id} versions={versions} />
      </Section>
      <Section title="Sent to suppliers">
        <SendingTable sendings={sendings} today={today} />
      </Section>
    </>
  );
}
