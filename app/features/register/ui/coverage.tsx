import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { Chips, Summary } from '#app/ui/page.tsx';

import type { PublicCertificate, RegisterRecord } from '../model.ts';

/** Scope, licences and standard of a record, line by line. */
/** `today`: a licence whose last day is before it has ended. */
export function Coverage({ record, today }: { record: Omit<RegisterRecord, 'contact'>; today?: string }) {
  const { certificate, licences, tradingNames } = record;
  const scope = certificate
    ? [
        { term: 'Certificate', value: <span className="font-mono">{certificate.number}</span> },
        { term: 'Offices', value: certificate.offices.join(', ') },
        { term: 'Corridors', value: <Chips items={certificate.corridors.map(corridorName)} /> },
        { term: 'Sectors', value: certificate.sectors.map(sectorName).join('; ') },
        { term: 'Audit body', value: certificate.auditBody },
        {
          term: 'Dates',
          value: `From ${dayInWords(certificate.validFrom)} until ${dayInWords(certificate.validUntil)}`,
        },
        ...auditsOf(certificate),
        { term: 'Standard', value: certificate.standard.title },
      ]
    : [];
  const state = licences.map(({ authority, number, validUntil }) => ({
    term: 'State licence',
    value: (
      <>
        {authority}, no. <span className="font-mono">{number}</span>,{' '}
        {today && validUntil < today ? 'ended on' : 'valid until'} {dayInWords(validUntil)}
      </>
    ),
  }));
  const names = tradingNames.length > 0 ? [{ term: 'Trades as', value: tradingNames.join(', ') }] : [];
  return (
    <Summary
      items={[
        ...scope,
        ...state,
        ...names,
        { term: 'On the register', value: `since ${dayInWords(record.acceptedOn)}` },
      ]}
    />
  );
}

const auditNames = { stage2: 'Stage 2', surveillance: 'Surveillance', recertification: 'Recertification' };

function auditsOf({ lastAudit, nextAudit }: PublicCertificate) {
  return [
    ...(lastAudit
      ? [
          {
            term: 'Last audit',
            value: `${auditNames[lastAudit.type]}, ended ${dayInWords(lastAudit.endedOn)}`,
          },
        ]
      : []),
    ...(nextAudit
      ? [
          {
            term: 'Next audit',
            value: `Between ${dayInWords(nextAudit.from)} and ${dayInWords(nextAudit.until)}: its days are not published`,
          },
        ]
      : []),
  ];
}
