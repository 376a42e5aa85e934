import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { ClaimRules } from './claim-rules.tsx';

const shown = (certificate: Parameters<typeof ClaimRules>[0]['certificate'], today: string) =>
  renderToStaticMarkup(<ClaimRules certificate={certificate} today={today} />);

test('a holder reads what it may say while its certificate is in force', () => {
  for (const status of ['active', 'active_under_watch'] as const) {
    const rules = shown({ status, validUntil: '2029-02-28' }, '2029-02-28');
    for (const rule of ['the number', 'not say that a job', 'state licence', 'Sub-agents', 'stop every use'])
      expect(rules).toContain(rule);
  }
});

test('and to stop every use once it is not, also by its last day alone', () => {
  for (const status of ['suspended', 'withdrawn', 'superseded', 'transferred'] as const)
    expect(shown({ status, validUntil: '2029-02-28' }, '2026-03-01')).toContain('Stop every use');
  expect(shown({ status: 'active', validUntil: '2029-02-28' }, '2029-03-01')).toContain('Stop every use');
});
