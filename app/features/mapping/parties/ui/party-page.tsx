import type { ReactNode } from 'react';

import { countryName } from '#app/platform/places.ts';
import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { Card, PageHeader, Section, Summary } from '#app/ui/page.tsx';

import { kindIn, kindNames } from './words.ts';

type Props = {
  party: {
    id: string;
    kind: string;
    name: string | null;
    country: string | null;
    place: string | null;
    licence: string | null;
    matched: boolean;
    /** It stands otherwise than when somebody last looked. */
    changed: boolean;
    answers: { shareId: string | null; node: string; sent: string }[];
  };
  number: string | undefined;
  standing: ReactNode;
  risk: ReactNode;
  /** Something grave was told of it that nobody has looked at. */
  toReview: boolean;
  refusal: ReactNode;
};

/** One party of a chain: who it is, where it stands on the register, and what is said of it. */
export function PartyPage({ party, number, standing, risk, toReview, refusal }: Props) {
  const { id, name, kind, country, place, licence, matched, changed, answers } = party;
  const home = `/mapping/parties/${id}`;
  return (
    <>
      <PageHeader
        title={name ? <bdi>{name}</bdi> : 'Named to us, not to you'}
        eyebrow={kindNames[kindIn(kind)]}
        back={{ to: '/mapping/parties', label: 'Who is in the chain' }}
        tag={standing}
      />
      {refusal ? <Refusal>{refusal}</Refusal> : null}
      {changed ? (
        <Card title="Its standing has changed" tone="stopped">
          <p>It stands otherwise on the register than when somebody of yours last looked.</p>
          <form method="post">
            <Button>I have seen it</Button>
          </form>
        </Card>
      ) : null}
      <Summary
        items={[
          { term: 'Country', value: country ? countryName(country) : 'Not said' },
          { term: 'Place', value: <bdi>{place || 'Not said'}</bdi> },
          { term: 'Licence', value: <bdi>{licence || 'Not said'}</bdi> },
          {
            term: 'On the register',
            value: number ? (
              <TextLink to={`/register/${number}`}>{number}</TextLink>
            ) : matched ? (
              'It was there, and is not any more'
            ) : (
              'Not compared yet'
            ),
          },
        ]}
      />
      {name ? (
        <Actions>
          <ButtonLink to={`${home}/match`} kind="secondary">
            {matched ? 'Compare with the register again' : 'Compare with the register'}
          </ButtonLink>
          <ButtonLink to={`${home}/merge`} kind="secondary">
            The same as another
          </ButtonLink>
        </Actions>
      ) : null}
      {risk}
      {toReview ? <ButtonLink to={`${home}/review`}>Say what you found</ButtonLink> : null}
      <Section title="Answers that speak of it">
        {answers.length === 0 ? <p>None that you may see.</p> : null}
        <ul className="list-disc ps-6">
          {answers.map(({ shareId, node, sent }) => (
            <li key={node}>
              <TextLink to={`/mapping/answers/${shareId ?? ''}`}>{`Sent on ${sent}`}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
