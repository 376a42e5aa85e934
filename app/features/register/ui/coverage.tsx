import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { Chips, Summary } from '#app/ui/page.tsx';

import type { RegisterRecord } from '../model.ts';

/** Scope, licences and standard of a record, line by line. */
export function Coverage({ record }: { record: RegisterRecord }) {
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
        { term: 'Standard', value: certificate.standard.title },
      ]
    : [];
  const state = licences.map(({ authority, number, validUntil }) => ({
    term: 'State licence',
    value: (
      <>
        {authority}, no. <span className="font-mono">{number}</span>, valid until {dayInWords(validUntil)}
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
