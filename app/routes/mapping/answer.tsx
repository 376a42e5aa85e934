import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findSeenAnswer } from '#app/features/mapping/sharing/queries.server.ts';
import { found } from '#app/platform/http.server.ts';
import { Card, PageHeader, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'An answer · Mapping · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  return found(await findSeenAnswer(scope, found(params['id'])));
}

export default function SeenAnswer() {
  const { party, answeredAs, sent, sections, withheld, campaignId, questionnaire } =
    useLoaderData<typeof loader>();
  const name = answeredAs ?? party;
  return (
    <>
      <PageHeader
        title={<bdi>{name ?? 'An answer'}</bdi>}
        eyebrow="An answer, as you may see it"
        back={{ to: `/mapping/campaigns/${campaignId ?? ''}`, label: 'The campaign' }}
        lead={`Sent on ${sent}, to the questions of ${questionnaire}. Whoever sent it may take it back on any day.`}
      />
      {party && answeredAs && party !== answeredAs ? (
        <Card title="Somebody else than you asked?">
          <p>
            You asked <bdi>{party}</bdi>; the answer says it is from <bdi>{answeredAs}</bdi>. It may be
            another name of the same firm, or somebody who answers for it: ask them.
          </p>
        </Card>
      ) : null}
      {sections.map(({ name: section, title, answers }) => (
        <Section key={section} id={section} title={title}>
          {answers.length > 0 ? (
            <Summary items={answers.map(({ question, answer }) => ({ term: question, value: answer }))} />
          ) : (
            <p>Nothing was answered here.</p>
          )}
        </Section>
      ))}
      {withheld.length > 0 ? (
        <Section title="Not shown to you">
          <p>{withheld.join(', ')}</p>
        </Section>
      ) : null}
    </>
  );
}
