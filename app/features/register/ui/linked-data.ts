import type { RegisterRecord } from '../model.ts';
import { standingNames } from '../../certificates/model.ts';
import { reasonInWords } from './standing.tsx';

type Of = Omit<RegisterRecord, 'acceptedOn' | 'contact'> & Partial<Pick<RegisterRecord, 'contact'>>;

/** A record as schema.org has it: an `Organization`, and what it holds as a `Certification`. `origin`: of this installation. */
export function linkedData(record: Of, origin: string) {
  const { registrationNumber, name, nameLocal, tradingNames, country } = record;
  const url = `${origin}/register/${registrationNumber}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': `${url}#recruiter`,
    ...{ name, url },
    alternateName: [...(nameLocal ? [nameLocal] : []), ...tradingNames],
    identifier: { '@type': 'PropertyValue', propertyID: 'registrationNumber', value: registrationNumber },
    address: { '@type': 'PostalAddress', addressCountry: country },
    ...reached(record),
    ...certification(record, origin, url),
  };
}

/** `sameAs`: its own site and pages, where `url` is our record of it. */
function reached({ contact }: Of) {
  if (!contact) return {};
  const { phones, website, email, social } = contact;
  const pages = [...(website ? [website] : []), ...social];
  return {
    ...(phones.length > 0 ? { telephone: phones } : {}),
    ...(email ? { email } : {}),
    ...(pages.length > 0 ? { sameAs: pages } : {}),
  };
}

const counts = ['certified', 'certified_under_watch'];

function certification({ certificate, standing }: Of, origin: string, url: string) {
  if (!certificate) return {};
  const { number, validFrom, validUntil, standard, auditBody, lastAudit } = certificate;
  const reason = reasonInWords(standing.reasonClass);
  const active = counts.includes(standing.status);
  return {
    hasCertification: {
      '@type': 'Certification',
      name: standard.title,
      certificationIdentification: number,
      certificationStatus: `https://schema.org/Certification${active ? 'Active' : 'Inactive'}`,
      description: `${standingNames[standing.status]} since ${standing.since.slice(0, 10)}${reason ? `: ${reason}` : ''}`,
      ...{ validFrom, expires: validUntil, datePublished: validFrom },
      ...(lastAudit ? { auditDate: lastAudit.endedOn } : {}),
      issuedBy: { '@type': 'Organization', name: auditBody },
      about: { '@id': `${url}#recruiter` },
      url: `${origin}/verify/${number}`,
    },
  };
}

const unsafe: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** As text that may stand inside a `script`: no name can end it, nor begin a comment. */
export const inScript = (data: unknown) =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => unsafe[character] ?? '');
