import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { CertificateSheet } from './certificate-sheet.tsx';

test('the sheet on the wall carries what the page behind its code compares it with', () => {
  const fingerprint = '0a1b2c3d 4e5f6071';
  const shown = renderToStaticMarkup(
    <CertificateSheet
      record={{
        name: 'Himal Workforce',
        nameLocal: null,
        registrationNumber: 'LRN00012603',
        country: 'NP',
      }}
      certificate={{
        ...{ number: 'ERC-2026-00001', validFrom: '2026-03-01', validUntil: '2029-02-28' },
        ...{ standard: { title: 'Interim checklist' }, auditBody: 'Meridian Audit' },
        ...{ corridors: ['NP-QA'], sectors: ['F'], offices: ['Kathmandu'] },
      }}
      address="https://fairroute.example/verify/ERC-2026-00001"
      qr="<svg></svg>"
      fingerprint={fingerprint}
    />,
  );
  expect(shown).toContain('SHA-256');
  expect(shown).toContain(fingerprint);
});
