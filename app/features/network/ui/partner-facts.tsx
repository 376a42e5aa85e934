import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Card, Summary } from '#app/ui/page.tsx';

import { formNames, kindNames, type Form, type Kind } from '../model.ts';
import { shownPhone } from '../phone.ts';

type Partner = {
  kind: Kind;
  form: Form;
  nameLocal: string | null;
  country: string;
  place: string;
  registrationNumber: string | null;
  since: string | null;
  contact: string | null;
  note: string | null;
  phones: string[];
  parentId: string | null;
  parentName: string | null;
};

export function PartnerFacts({ partner }: { partner: Partner }) {
  const { kind, form, nameLocal, country, place, registrationNumber, since, contact, note } = partner;
  const known = [
    { term: 'Kind', value: `${kindNames[kind]}, ${formNames[form].toLowerCase()}` },
    nameLocal && { term: 'Local name', value: <bdi dir="auto">{nameLocal}</bdi> },
    { term: 'Place', value: `${place}, ${countryName(country)}` },
    registrationNumber && { term: 'Number', value: registrationNumber },
    partner.parentId && {
      term: 'Works under',
      value: <TextLink to={`/network/${partner.parentId}`}>{partner.parentName ?? 'an agency'}</TextLink>,
    },
    { term: 'Phones', value: partner.phones.map(shownPhone).join(', ') || 'none on record' },
    since && { term: 'Since', value: dayInWords(since) },
    contact && { term: 'Contact', value: contact },
    note && { term: 'Note', value: <span className="whitespace-pre-wrap">{note}</span> },
  ];
  return <Summary items={known.flatMap((item) => (item ? [item] : []))} />;
}

type Authorisation = { id: string; startedOn: string; endedOn: string | null; phones: string[]; by: string };

/** What workers were told, and from when to when. */
export const Authorisations = ({ authorisations }: { authorisations: readonly Authorisation[] }) =>
  authorisations.map(({ id, startedOn, endedOn, phones, by }) => (
    <Card key={id} title={endedOn ? 'Was authorised' : 'Authorised'}>
      <p>
        {`From ${dayInWords(startedOn)}${endedOn ? ` until ${dayInWords(endedOn)}` : ''}, by ${phones.map(shownPhone).join(', ')}`}
      </p>
      <p className="text-sm text-ink-2">{`Said by ${by}`}</p>
    </Card>
  ));
