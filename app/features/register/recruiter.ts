import type { RegisterRecord } from '#app/features/register/model.ts';

/** Of a past day no contacts are told: a number may be somebody else's since. */
type Told = Omit<RegisterRecord, 'contact'> & Partial<Pick<RegisterRecord, 'contact'>>;

/** `Recruiter` of contract section 6. `origin` is the address of this installation. */
export function toRecruiter(record: Told, origin: string, today: string) {
  const { registrationNumber, name, nameLocal, tradingNames, country, licences, standing, certificate } =
    record;
  const { contact } = record;
  return {
    registrationNumber,
    name,
    nameLocal,
    tradingNames,
    country,
    licences: licences.map(({ authority, number, validUntil }) => ({
      authority,
      number,
      validUntil,
      status: validUntil < today ? 'ended' : 'declared',
    })),
    standing,
    certificate: certificate && {
      number: certificate.number,
      validFrom: certificate.validFrom,
      validUntil: certificate.validUntil,
      standard: { id: certificate.standard.id, version: certificate.standard.version },
      scope: { corridors: certificate.corridors.map(toCorridor), sectors: certificate.sectors },
      auditBody: certificate.auditBody,
      lastAudit: certificate.lastAudit,
      nextAudit: certificate.nextAudit,
    },
    ...(contact === undefined ? {} : { contact }),
    url: `${origin}/register/${registrationNumber}`,
  };
}

function toCorridor(corridor: string) {
  const [origin = '', destination = ''] = corridor.split('-');
  return { origin, destination };
}
