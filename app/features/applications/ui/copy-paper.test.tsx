import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';

import { copyAsPdf } from './copy-paper.tsx';

const copy = {
  reference: 'APP-2026-0042',
  recruiter: 'Everest Manpower',
  version: 2,
  language: 'en',
  submittedAt: new Date('2026-11-24T09:41:00Z'),
  sections: [
    {
      title: 'About the agency',
      answers: [{ question: 'Legal name', answer: 'Everest Manpower Pvt. Ltd.' }],
    },
    { title: 'Sub-agents', answers: [] },
  ],
};

test('the copy says what was asked and answered, when, and which version it is', async () => {
  const pdf = await getDocument({ data: new Uint8Array(await copyAsPdf(copy)), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
  for (const word of [
    'APP-2026-0042',
    'About the agency',
    'Legal name',
    'Everest Manpower Pvt. Ltd.',
    'Sub-agents',
  ])
    expect(text).toContain(word);
  expect(text).toContain('24 November 2026 at 09:41 UTC, version 2');
});
