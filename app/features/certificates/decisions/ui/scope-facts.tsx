import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { Chips, Section, Summary } from '#app/ui/page.tsx';

import type { Moment } from '../../life/picture.ts';

type Covered = { corridors: string[]; sectors: string[]; offices: string[]; auditBody: string | null };
type Asked = Covered & { frozenAt: Date | string | null };
type Held = Covered & { number: string; validFrom: string; validUntil: string; life: Moment[] };
type Props = { application: Asked; certificate: Held | null };

/** What a first certificate would cover, or what the one that is to change covers. */
export function ScopeFacts({ application, certificate }: Props) {
  const { corridors, sectors, offices, auditBody } = certificate ?? application;
  const frozen = application.frozenAt;
  const dates = certificate
    ? [
        { term: 'Certificate', value: certificate.number },
        {
          term: 'Dates',
          value: `From ${dayInWords(certificate.validFrom)} until ${dayInWords(certificate.validUntil)}`,
        },
      ]
    : frozen
      ? [{ term: 'Complete since', value: timeInWords(frozen) }]
      : [];
  return (
    <Section title={certificate ? 'What the certificate covers' : 'Scope asked for'}>
      <Summary
        items={[
          { term: 'Offices', value: offices.join(', ') },
          { term: 'Corridors', value: <Chips items={corridors.map(corridorName)} /> },
          { term: 'Sectors', value: sectors.map(sectorName).join('; ') },
          ...(auditBody ? [{ term: 'Audit body', value: auditBody }] : []),
          ...dates,
        ]}
      />
    </Section>
  );
}
