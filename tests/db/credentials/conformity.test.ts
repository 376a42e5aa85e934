import { compactVerify, createLocalJWKSet, decodeJwt } from 'jose';
import { expect } from 'vitest';
import { z } from 'zod';

import { conformityCredential } from '#app/features/credentials/conformity/credential.ts';
import { misfit } from '#app/features/credentials/conformity/profile.server.ts';
import { findConformity } from '#app/features/credentials/conformity/signed.server.ts';
import {
  suspendCertificate,
  withdrawCertificate,
} from '#app/features/certificates/status-commands.server.ts';
import { done } from '#tests/support/factories/audits.ts';
import { aCertificate, suspension } from '#tests/support/factories/certificates.ts';

import { did, embedded, jwt, origin, test } from './api.ts';

test('a certificate’s credential says what the certificate says, and nothing of people', async ({
  db,
  work,
  ask,
}) => {
  const { number } = await aCertificate(db, work);
  const response = await ask(`/api/v1/certificates/${number}`, embedded);
  expect(response.headers.get('Content-Type')).toBe('application/vc');
  const text = await response.text();
  const credential = z.looseObject({ credentialSubject: z.looseObject({}) }).parse(JSON.parse(text));
  expect(credential).toMatchObject({
    issuer: { id: did },
    validFrom: '2026-03-01T00:00:00Z',
    validUntil: '2029-02-28T23:59:59Z',
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    credentialSubject: {
      id: `${origin}/verify/${number}`,
      assessorLevel: '3rdParty',
      issuedToParty: {
        id: `${origin}/register/LRN00012603`,
        name: 'Himal Workforce',
        registeredId: 'LRN00012603',
      },
      authorisation: [{ issuingAuthority: { name: 'Meridian Audit' } }],
    },
    proof: { cryptosuite: 'eddsa-jcs-2022', proofPurpose: 'assertionMethod' },
  });
  const assessments = z
    .array(
      z.looseObject({
        conformance: z.literal(true),
        assessedOrganisation: z.looseObject({ name: z.string() }),
      }),
    )
    .parse(credential.credentialSubject['conformityAssessment']);
  expect(assessments).toHaveLength(7);
  expect(misfit(credential)).toBeUndefined();
  const people = await db.selectFrom('account').select(['name', 'email']).execute();
  expect(people.length).toBeGreaterThan(3);
  for (const { name, email } of people) {
    expect(text).not.toContain(email);
    expect(text).not.toContain(name);
  }
});

test('jose verifies its envelope with the keys of the DID document alone', async ({
  db,
  work,
  ask,
  house,
}) => {
  const { number } = await aCertificate(db, work);
  const response = await ask(`/api/v1/certificates/${number}`, jwt);
  expect(response.headers.get('Content-Type')).toBe('application/vc+jwt');
  expect(response.headers.get('Vary')).toBe('Accept');
  const token = await response.text();
  const { verificationMethod } = await house.signing.didDocument();
  const keys = verificationMethod.flatMap((method) =>
    'publicKeyJwk' in method ? [{ ...method.publicKeyJwk, kid: method.id }] : [],
  );
  const { protectedHeader } = await compactVerify(token, createLocalJWKSet({ keys }));
  expect(protectedHeader).toMatchObject({ typ: 'vc+jwt', cty: 'vc' });
  expect(decodeJwt(token)).toEqual(
    await findConformity({ db, now: new Date() }, number, { origin, signing: house.signing }),
  );
  expect(decodeJwt(token)).not.toHaveProperty('vc');
});

test('asked as before, the certificate is answered as before; asked twice, nothing changed', async ({
  db,
  work,
  ask,
}) => {
  const { number } = await aCertificate(db, work);
  const plain = await ask(`/api/v1/certificates/${number}`);
  expect(plain.headers.get('Content-Type')).toContain('application/json');
  expect(await plain.json()).toMatchObject({ number, status: { status: 'certified' } });
  const etag = (await ask(`/api/v1/certificates/${number}`, embedded)).headers.get('ETag') ?? '';
  expect((await ask(`/api/v1/certificates/${number}`, { ...embedded, 'If-None-Match': etag })).status).toBe(
    304,
  );
  expect((await ask(`/api/v1/certificates/${number}`, { ...jwt, 'If-None-Match': etag })).status).toBe(200);
});

test('of a suspended certificate there is one, of a withdrawn one none any more', async ({
  db,
  work,
  ask,
}) => {
  const { number, certificateId, as, officer } = await aCertificate(db, work);
  done(await suspendCertificate(as(officer), certificateId, suspension));
  expect((await ask(`/api/v1/certificates/${number}`, jwt)).status).toBe(200);
  const reasonClass = 'suspension_unresolved' as const;
  done(await withdrawCertificate(as(officer), certificateId, { ...suspension, reasonClass }));
  const gone = await ask(`/api/v1/certificates/${number}`, jwt);
  expect(gone.status).toBe(410);
  expect(await gone.json()).toMatchObject({ code: 'certificate_ended' });
  expect((await ask('/api/v1/certificates/ERC-2026-99999', jwt)).status).toBe(404);
});

test('our profile refuses what UNTP’s schema lets through', () => {
  const whole = conformityCredential(attested, { origin, did });
  expect(misfit(whole)).toBeUndefined();
  const { credentialSubject, credentialStatus } = whole;
  const [first] = credentialSubject.conformityAssessment;
  const withOne = (assessment: object) => ({
    ...whole,
    credentialSubject: { ...credentialSubject, conformityAssessment: [{ ...first, ...assessment }] },
  });
  const wrong = [
    { ...whole, credentialSubject: { ...credentialSubject, conformityAssessment: [] } },
    { ...whole, credentialSubject: { ...credentialSubject, conformityAssessment: undefined } },
    { ...whole, credentialStatus: [credentialStatus] },
    { ...whole, credentialStatus: { ...credentialStatus, statusListIndex: '5' } },
    { ...whole, validUntil: undefined },
    withOne({ conformance: undefined }),
    withOne({ assessmentCriteria: [] }),
    withOne({ assessmentCriteria: [{ id: 'x', name: 'without a topic' }] }),
    withOne({ assessedOrganisation: undefined }),
    withOne({ conformityTopic: [] }),
    withOne({ assessedPerformance: [] }),
  ];
  for (const credential of wrong) expect(misfit(JSON.parse(JSON.stringify(credential)))).toBeTypeOf('string');
});

const attested = {
  number: 'ERC-2026-00001',
  validFrom: '2026-03-01',
  validUntil: '2029-02-28',
  corridors: ['NP-QA'],
  sectors: ['F'],
  recruiter: { registrationNumber: 'LRN00012603', name: 'Himal Workforce' },
  auditBody: { id: '6f9619ff-8b86-4011-b42d-00c04fc964ff', name: 'Meridian Audit' },
  scheme: { name: 'A scheme' },
  standard: { versionId: 'interim-1', id: 'interim', version: '1', title: 'A standard' },
  principles: [
    { code: '1', title: 'No fees', criteria: [{ code: '1.1', title: 'The recruiter charges nothing' }] },
  ],
  auditedOn: '2026-02-20',
  entry: { list: 1, place: 48213 },
};
