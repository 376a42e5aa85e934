import { Ajv2020 } from 'ajv/dist/2020.js';

import { credentialsContext } from '#app/platform/signing/contexts.ts';

const words = { type: 'string', minLength: 1 };
const list = (items: object) => ({ type: 'array', minItems: 1, items });
const whole = (properties: Record<string, object>) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});
const party = whole({ id: words, name: words });
const topic = whole({ id: words, name: words });

const assessment = whole({
  id: words,
  name: words,
  assessmentCriteria: list(whole({ id: words, name: words, conformityTopic: topic })),
  assessmentDate: words,
  assessedOrganisation: party,
  assessedPerformance: list({ type: 'object', minProperties: 1 }),
  conformityTopic: list(topic),
  conformance: { type: 'boolean' },
});

/**
 * What our conformity credentials say beyond what UNTP's schema asks: that lets one through without any assessment,
 * outcome or topic on a criterion, which its text (CC-03, CC-05) does not.
 */
export const profile = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A recruiter’s conformity credential',
  ...whole({
    '@context': { type: 'array', minItems: 2, prefixItems: [{ const: credentialsContext }] },
    type: {
      type: 'array',
      allOf: [
        { contains: { const: 'VerifiableCredential' } },
        { contains: { const: 'DigitalConformityCredential' } },
      ],
    },
    id: words,
    issuer: whole({ id: { type: 'string', pattern: '^did:web:' }, name: words }),
    validFrom: words,
    validUntil: words,
    credentialStatus: {
      ...whole({
        type: { const: 'BitstringStatusListEntry' },
        statusPurpose: { const: 'revocation' },
        statusListIndex: { type: 'integer', minimum: 0 },
        statusListCredential: words,
      }),
    },
    credentialSubject: whole({
      assessorLevel: { const: '3rdParty' },
      assessmentLevel: { const: 'scheme-cab' },
      attestationType: { const: 'certification' },
      issuedToParty: whole({ id: words, name: words, registeredId: words }),
      referenceScheme: party,
      referenceProfile: party,
      authorisation: list(whole({ name: words, issuingAuthority: party })),
      conformityAssessment: list(assessment),
    }),
  }),
};

const ajv = new Ajv2020({ strictTuples: false });
const fits = ajv.compile(profile);

/** Where a credential leaves the profile; undefined where it does not. */
export function misfit(credential: unknown) {
  if (fits(credential)) return undefined;
  return ajv.errorsText(fits.errors, { dataVar: 'credential' });
}
