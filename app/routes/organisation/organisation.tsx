import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import {
  listInvitations,
  listMembers,
  findOwnOrganisation,
} from '#app/features/accounts/organisations/queries.server.ts';
import { InvitationTable, PeopleTable } from '#app/features/accounts/organisations/ui/people.tsx';
import { enter } from '#app/features/accounts/session.server.ts';
import { roles } from '#app/platform/scope.ts';
import { Actions, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'People · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, ...roles);
  const { accountId: me, owner = false } = scope.actor;
  const organisation = await findOwnOrganisation(scope);
  const people = await listMembers(scope);
  const invitations = owner ? await listInvitations(scope.db, organisation.id) : [];
  return { me, owner, organisation, people, invitations };
}

export default function Organisation() {
  const { me, owner, organisation, people, invitations } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={`People of ${organisation.name}`}
        lead={
          owner
            ? 'You own this organisation: you decide who works in it, and as what.'
            : 'Its owners decide who works in it, and as what. Ask one of them for a change.'
        }
        action={owner ? <ButtonLink to="/organisation/invite">Invite somebody</ButtonLink> : null}
      />
      <PeopleTable people={people} me={me} owner={owner} />
      {owner ? (
        <Section title="Invitations">
          <InvitationTable invitations={invitations} revocable />
        </Section>
      ) : null}
      <Section title="You here">
        <Actions>
          {owner ? <TextLink to="/organisation/trail">Trail of this organisation</TextLink> : null}
          {owner ? <TextLink to="/organisation/sign-on">Single sign-on</TextLink> : null}
          {owner ? <TextLink to="/organisation/give-up">Give up my ownership</TextLink> : null}
          <TextLink to="/organisation/leave">Leave this organisation</TextLink>
        </Actions>
      </Section>
    </>
  );
}
