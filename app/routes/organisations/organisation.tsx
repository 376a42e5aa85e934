import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { trailOf } from '#app/events/timeline.server.ts';
import { organisationKinds } from '#app/features/accounts/model.ts';
import { findOrganisation } from '#app/features/accounts/organisations/lists.server.ts';
import { InvitationTable, PeopleTable } from '#app/features/accounts/organisations/ui/people.tsx';
import { kindNames } from '#app/features/accounts/organisations/ui/role-field.tsx';
import { picturesFor } from '#app/features/audits/pictures/pictured.server.ts';
import { Pictures } from '#app/features/audits/pictures/ui/pictures.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { countryName } from '#app/platform/places.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Organisation · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const organisation = found(await findOrganisation(scope, found(params['id'])));
  const { id, kind } = organisation;
  const pictures =
    kind === 'recruiter' ? await picturesFor(scope, { of: 'recruiter', id }, request) : undefined;
  return { organisation, pictures, trail: await trailOf(scope, organisation.id) };
}

export default function Organisation() {
  const { organisation, pictures, trail } = useLoaderData<typeof loader>();
  const { id, name, kind, country, createdAt, people, invitations } = organisation;
  const hasOwner = people.some(({ owner }) => owner);
  return (
    <>
      <PageHeader
        title={name}
        eyebrow={kindNames[organisationKinds.find((known) => known === kind) ?? 'company']}
        back={{ to: '/scheme/organisations', label: 'Organisations' }}
        lead={`${countryName(country)}, here since ${dayInWords(dayOf(createdAt))}.`}
        action={
          <>
            {hasOwner ? null : (
              <ButtonLink to={`/scheme/organisations/${id}/invite`}>Invite an owner</ButtonLink>
            )}
            {kind === 'audit_body' ? (
              <ButtonLink to={`/audit-body/${id}`} kind="secondary">
                Approvals and auditors
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {pictures ? <Pictures pictures={pictures} /> : null}
      <Section title="People">
        <PeopleTable
          people={people}
          me=""
          owner={false}
          sessions={(accountId) => `/scheme/organisations/${id}/people/${accountId}/sessions`}
        />
      </Section>
      <Section title="Invitations">
        <InvitationTable invitations={invitations} revocable={false} />
      </Section>
      <Section title="Trail">
        <Timeline entries={trail} />
      </Section>
    </>
  );
}
