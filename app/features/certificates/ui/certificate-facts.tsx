import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Chips, Summary } from '#app/ui/page.tsx';

import type { PaperStatus } from '../paper/model.ts';
import { counts } from '../paper/rules.ts';

type Listed = {
  certificate: { number: string; validUntil: string; status: PaperStatus };
  registrationNumber: string;
  validFrom: string;
  corridors: string[];
  sectors: string[];
  auditBody: string;
};

export function CertificateFacts({ listed }: { listed: Listed }) {
  const { certificate, registrationNumber, validFrom, corridors, sectors, auditBody } = listed;
  return (
    <Summary
      items={[
        {
          term: 'On the register',
          value: <TextLink to={`/register/${registrationNumber}`}>{registrationNumber}</TextLink>,
        },
        { term: 'Dates', value: `From ${dayInWords(validFrom)} until ${dayInWords(certificate.validUntil)}` },
        { term: 'Corridors', value: <Chips items={corridors.map(corridorName)} /> },
        { term: 'Sectors', value: sectors.map(sectorName).join('; ') },
        { term: 'Audit body', value: auditBody },
        ...(counts(certificate.status)
          ? [
              {
                term: 'For the wall',
                value: <TextLink to={`/certificates/${certificate.number}`}>Print the certificate</TextLink>,
              },
            ]
          : []),
        {
          term: 'What the code opens',
          value: <TextLink to={`/verify/${certificate.number}`}>Open the page</TextLink>,
        },
      ]}
    />
  );
}
