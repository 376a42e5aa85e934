import fc from 'fast-check';
import { expect, test } from 'vitest';

import { inScript, linkedData } from './linked-data.ts';

const certificate = {
  ...{ number: 'ERC-2026-00001', validFrom: '2026-03-01', validUntil: '2029-02-28' },
  standard: { id: 'iris', version: '2.0', title: 'IRIS Standard 2.0' },
  ...{ corridors: ['NP-QA'], sectors: ['F'], offices: ['Kathmandu'], auditBody: 'Meridian Audit' },
  ...{ lastAudit: { type: 'stage2' as const, endedOn: '2026-02-20' }, nextAudit: null },
};
const record = {
  ...{ registrationNumber: 'LRN00012603', name: 'Himal Workforce', nameLocal: 'हिमाल', country: 'NP' },
  ...{ tradingNames: ['Himal'], licences: [], certificate },
};
const standing = (status: 'certified' | 'suspended', reasonClass: string | null) => ({
  ...{ status, since: '2026-03-01T09:00:00.000Z', reasonClass },
});

test('a certificate that counts is active, one that is suspended is not, whatever its days', () => {
  const of = (stands: ReturnType<typeof standing>) =>
    linkedData({ ...record, standing: stands }, 'https://scheme.example');
  expect(of(standing('certified', null))).toMatchObject({
    '@type': 'Organization',
    alternateName: ['हिमाल', 'Himal'],
    hasCertification: {
      '@type': 'Certification',
      certificationStatus: 'https://schema.org/CertificationActive',
      expires: '2029-02-28',
      issuedBy: { name: 'Meridian Audit' },
      about: { '@id': 'https://scheme.example/register/LRN00012603#recruiter' },
    },
  });
  expect(of(standing('suspended', 'fees_charged')).hasCertification).toMatchObject({
    certificationStatus: 'https://schema.org/CertificationInactive',
    description: 'Suspended since 2026-03-01: Workers were charged fees',
  });
  const none = { ...record, certificate: null, standing: standing('certified', null) };
  expect(linkedData(none, 'https://scheme.example')).not.toHaveProperty('hasCertification');
});

test('no name ends the script it stands in, and every name is read as it was', () => {
  const nasty = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script><script>', '<!--', ']]>'));
  fc.assert(
    fc.property(nasty, (name) => {
      const text = inScript({ name });
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual({ name });
    }),
  );
});

test('what it publishes of itself stands beside its name, and nothing where it publishes nothing', () => {
  const shown = { ...record, standing: standing('certified', null) };
  const contact = {
    ...{ phones: ['+9779800000012'], website: 'https://everest.example/', email: null },
    social: ['https://www.facebook.com/everest'],
  };
  const linked = linkedData({ ...shown, contact }, 'https://scheme.example');
  expect(linked).toMatchObject({
    url: 'https://scheme.example/register/LRN00012603',
    telephone: ['+9779800000012'],
    sameAs: ['https://everest.example/', 'https://www.facebook.com/everest'],
  });
  expect(linked).not.toHaveProperty('email');
  expect(linkedData({ ...shown, contact: null }, 'https://scheme.example')).not.toHaveProperty('telephone');
});
