import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { timelineOf } from '#app/events/timeline.server.ts';
import { enter } from '#app/features/accounts/session.server.ts';
import { authorisable } from '#app/features/network/model.ts';
import { findPartner } from '#app/features/network/queries.server.ts';
import { Authorisations, PartnerFacts } from '#app/features/network/ui/partner-facts.tsx';
import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Card, Columns, PageHeader, Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

export const meta: MetaFunction = () => [{ title: 'Partner · Your network · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const partner = found(await findPartner(scope, found(params['partnerId'])));
  return { partner, timeline: await timelineOf(scope, partner.id) };
}

export default function Partner() {
  const { partner, timeline } = useLoaderData<typeof loader>();
  const { id, name, endedOn, authorisations, changed } = partner;
  const authorised = authorisations.some((each) => each.endedOn === null);
  return (
    <>
      <PageHeader
        title={name}
        back={{ to: '/network', label: 'Your network' }}
        tag={authorised ? <StatusTag tone="certified">Authorised</StatusTag> : undefined}
        clock={endedOn ? `You no longer work with it since ${dayInWords(endedOn)}` : undefined}
        action={
          endedOn ? null : (
            <ButtonLink to={`/network/${id}/edit`} kind="secondary">
              Change
            </ButtonLink>
          )
        }
      />
      <Columns
        main={
          <>
            <PartnerFacts partner={partner} />
            <Section title="What happened so far">
              <Timeline entries={timeline} />
            </Section>
          </>
        }
        aside={
          <>
            <Authorisations authorisations={authorisations} />
            {endedOn ? null : <Steps partner={partner} authorised={authorised} />}
            <p className="text-sm text-ink-2">{`Last changed by ${changed.by}, ${timeInWords(changed.at)}`}</p>
          </>
        }
      />
    </>
  );
}

type StepsProps = {
  partner: Pick<ReturnType<typeof useLoaderData<typeof loader>>['partner'], 'id' | 'kind' | 'phones'>;
  authorised: boolean;
};

function Steps({ partner: { id, kind, phones }, authorised }: StepsProps) {
  return (
    <Card title="What you can do">
      {authorisable.includes(kind) && phones.length > 0 ? (
        <ButtonLink to={`/network/${id}/authorise`} kind={authorised ? 'secondary' : 'primary'}>
          {authorised ? 'Change the authorised numbers' : 'Authorise it'}
        </ButtonLink>
      ) : null}
      {authorisable.includes(kind) && phones.length === 0 ? (
        <p>To authorise it, first add a phone number that workers can check.</p>
      ) : null}
      {authorised ? <TextLink to={`/network/${id}/authorise/end`}>End the authorisation</TextLink> : null}
      <TextLink to={`/network/${id}/end`}>End the work with it</TextLink>
    </Card>
  );
}
