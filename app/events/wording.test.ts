import { expect, test } from 'vitest';

import { sentenceFor } from './wording.ts';

test('a fact reads as a sentence, with its particulars', () => {
  expect(sentenceFor('certificate.issued', { number: 'ERC-2026-00001' })).toEqual({
    what: 'Certificate ERC-2026-00001 issued',
    tone: 'certified',
  });
  expect(sentenceFor('audit.planned', { type: 'stage2' }).what).toBe('Stage 2 audit planned');
  expect(sentenceFor('audit.readiness_recorded', { readiness: 'ready_with_concerns' }).what).toBe(
    'Stage 1 outcome: ready with concerns',
  );
});

test('a payload that lacks a particular still reads', () => {
  expect(sentenceFor('finding.issued', {}).what).toBe('Finding issued: ');
});
