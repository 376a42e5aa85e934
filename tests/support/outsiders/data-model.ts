import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

const address = { type: 'string', format: 'uri' };
const oneOrMore = (one: object) => ({ anyOf: [one, { type: 'array', minItems: 1, items: one }] });
const words = { type: 'string', minLength: 1 };
const typed = { type: 'object', required: ['type'], properties: { id: address, type: oneOrMore(words) } };
const named = { type: 'object', required: ['id'], properties: { id: address, name: words } };
/** xsd:dateTimeStamp: a moment with its zone. */
const moment = {
  type: 'string',
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};

/**
 * What the W3C's Verifiable Credentials Data Model 2.0 (Recommendation of 15 May 2025), section 4, asks of a credential,
 * in our words: 4.3 contexts, 4.4 identifiers, 4.5 types, 4.6 names, 4.7 issuer, 4.8 subject, 4.9 validity, 4.10 status,
 * 4.11 schemas, 4.12 securing. Only what a JSON Schema can say; `@digitalbazaar/vc` checks the rest by its own rules.
 */
const dataModel = {
  type: 'object',
  required: ['@context', 'type', 'issuer', 'credentialSubject'],
  properties: {
    '@context': {
      type: 'array',
      minItems: 1,
      prefixItems: [{ const: 'https://www.w3.org/ns/credentials/v2' }],
      items: { anyOf: [address, { type: 'object' }] },
    },
    id: address,
    type: { type: 'array', contains: { const: 'VerifiableCredential' }, items: words, uniqueItems: true },
    name: words,
    issuer: { anyOf: [address, named] },
    validFrom: moment,
    validUntil: moment,
    credentialSubject: oneOrMore({ type: 'object', minProperties: 1, properties: { id: address } }),
    credentialStatus: oneOrMore(typed),
    credentialSchema: oneOrMore({ ...typed, required: ['id', 'type'] }),
    proof: oneOrMore({
      ...typed,
      required: ['type', 'proofPurpose', 'verificationMethod'],
      properties: { ...typed.properties, verificationMethod: address, created: moment },
    }),
  },
  // Claims of the first data model and of its JWTs: the second has no such words.
  not: { anyOf: ['vc', 'vp', 'issuanceDate', 'expirationDate'].map((word) => ({ required: [word] })) },
};

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictTuples: false, strictRequired: false });
ajvFormats(ajv);
const fits = ajv.compile(dataModel);

/** Where a credential leaves the data model. */
export const outsideDataModel = (credential: unknown) => (fits(credential) ? [] : fits.errors);
