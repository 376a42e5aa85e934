import { credentialsContext } from '#app/platform/signing/contexts.ts';

import { listAddress } from '../model.ts';
import type { Attested } from './model.ts';

type At = { origin: string; did: string };

/**
 * A certificate as a UNTP Digital Conformity Credential 0.7.0: the only place that knows that version. The issuer is the
 * scheme, which names the audit firm under `authorisation`; the recruiter is the party it was issued to and the one that
 * was assessed; each principle is one assessment, its topic said there (schema) and on each criterion (text of the UNTP).
 */
export function conformityCredential(attested: Attested, at: At) {
  const { number, validFrom, validUntil, entry } = attested;
  const list = listAddress(at.origin, { purpose: 'revocation', list: entry.list });
  return {
    '@context': [credentialsContext, 'https://vocabulary.uncefact.org/untp/0.7.0/context/'],
    type: ['DigitalConformityCredential', 'VerifiableCredential'],
    id: `${at.origin}/api/v1/certificates/${number}`,
    issuer: { type: ['CredentialIssuer'], id: at.did, name: attested.scheme.name },
    validFrom: `${validFrom}T00:00:00Z`,
    validUntil: `${validUntil}T23:59:59Z`,
    name: `Ethical recruitment certificate ${number}`,
    // One object and a whole number: others are refused by the schema, or read wrongly by wallets.
    credentialStatus: {
      id: `${list}#${entry.place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: entry.place,
      statusListCredential: list,
    },
    credentialSubject: attestation(attested, at),
  };
}

function attestation(attested: Attested, at: At) {
  const { number, scheme, standard, auditBody } = attested;
  return {
    type: ['ConformityAttestation'],
    id: `${at.origin}/verify/${number}`,
    name: `Certificate ${number}`,
    assessorLevel: '3rdParty',
    assessmentLevel: 'scheme-cab',
    attestationType: 'certification',
    issuedToParty: { ...recruiter(attested, at), registeredId: attested.recruiter.registrationNumber },
    referenceScheme: { type: ['ConformityScheme'], id: `${at.origin}/scheme`, name: scheme.name },
    referenceProfile: {
      type: ['ConformityProfile'],
      id: versionAddress(attested, at),
      name: `${standard.title}, version ${standard.version}`,
    },
    authorisation: [
      {
        name: `Audited by ${auditBody.name}, an audit body this scheme approved`,
        issuingAuthority: { type: ['Party'], id: `urn:uuid:${auditBody.id}`, name: auditBody.name },
      },
    ],
    conformityAssessment: attested.principles.map((principle) => assessment(attested, principle, at)),
  };
}

const recruiter = ({ recruiter: { registrationNumber, name } }: Attested, { origin }: At) => ({
  type: ['Party'],
  id: `${origin}/register/${registrationNumber}`,
  name,
});

const versionAddress = ({ standard }: Attested, { origin }: At) =>
  `${origin}/scheme?version=${encodeURIComponent(standard.versionId)}`;

function assessment(attested: Attested, principle: Attested['principles'][number], at: At) {
  const { code, title, criteria } = principle;
  const topic = topicOf(code);
  return {
    type: ['ConformityAssessment'],
    id: `${at.origin}/verify/${attested.number}#${code}`,
    name: title,
    assessmentCriteria: criteria.map((criterion) => ({
      type: ['Criterion'],
      id: `${versionAddress(attested, at)}#${criterion.code}`,
      name: criterion.title,
      conformityTopic: topic,
    })),
    assessmentDate: attested.auditedOn,
    assessedPerformance: [{ score: { code: 'conformant', rank: 1 } }],
    assessedOrganisation: recruiter(attested, at),
    specifiedCondition: [
      ...attested.corridors.map((corridor) => `Corridor ${corridor}`),
      ...attested.sectors.map((sector) => `ISIC ${sector}`),
    ],
    conformityTopic: [topic],
    conformance: true,
  };
}

/** As the samples released with 0.7.0 spell them; the taxonomy of before the release says `conformity-topics`. */
const topicOf = (principle: string) => {
  const [id, name] = topics[principle] ?? ['supply-chain-labor-rights', 'Supply Chain Labor Rights'];
  return { type: ['ConformityTopic'], id: `https://vocabulary.uncefact.org/conformity-topic/${id}`, name };
};

const forcedLabour = ['forced-labor-elimination', 'Forced Labor Elimination'] as const;
const topics: Record<string, readonly [string, string]> = {
  A: forcedLabour,
  '1': forcedLabour,
  '2': forcedLabour,
  '3': ['transparent-communication', 'Transparent Communication'],
  '4': ['rights-and-equality', 'Rights and Equality'],
  '5': ['decent-work-conditions', 'Decent Work Conditions'],
};
