import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Summary } from '#app/ui/page.tsx';

import { kindNames, likenessNames, type Kind, type Likeness } from '../model.ts';
import { shownPhone } from '../phone.ts';

type Duplicate = {
  id: string;
  kind: Kind;
  name: string;
  nameLocal: string | null;
  place: string;
  registrationNumber: string | null;
  phones: string[];
  why: Likeness[];
};

/** The partners one has already that look like the one that is being saved. */
export const Duplicates = ({ duplicates }: { duplicates: readonly Duplicate[] }) =>
  duplicates.map((partner) => (
    <Card key={partner.id} title={`You have ${partner.name} already`}>
      <p>{`It has ${partner.why.map((each) => likenessNames[each]).join(', and ')}.`}</p>
      <Summary
        items={[
          { term: 'Kind', value: kindNames[partner.kind] },
          { term: 'Place', value: partner.place },
          ...(partner.nameLocal ? [{ term: 'Local name', value: <bdi>{partner.nameLocal}</bdi> }] : []),
          ...(partner.registrationNumber ? [{ term: 'Number', value: partner.registrationNumber }] : []),
          ...(partner.phones.length > 0
            ? [{ term: 'Phones', value: partner.phones.map(shownPhone).join(', ') }]
            : []),
        ]}
      />
      <TextLink to={`/network/${partner.id}`} target="_blank">
        Open it in a new tab
      </TextLink>
    </Card>
  ));
