import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { describeMails } from '../describe-mails.ts';
import { languages } from '../language.ts';
import { auditFailed } from './audit-failed.tsx';

const link = 'https://fairroute.example/audits/1';
const failed = { reference: 'AUD-00007', recruiter: 'Himal Workforce', code: 'en', link };

describeMails(
  {
    'audit failed, to the recruiter': {
      email: auditFailed({ ...failed, to: 'recruiter' }),
      says: ['AUD-00007', 'can no longer lead to a certificate', 'new stage 2'],
    },
    'audit failed, to the audit body': {
      email: auditFailed({ ...failed, to: 'body', code: 'ne' }),
      says: ['AUD-00007', 'Himal Workforce', 'schedule stage 2 again'],
    },
  },
  link,
);

describe('a recruiter reads of a failed audit in its own language', () => {
  test.each(languages)('%s', async (code) => {
    const { subject, body } = auditFailed({ ...failed, to: 'recruiter', code });
    const html = await render(body);
    expect(subject).toContain('AUD-00007');
    expect(html).toContain(`lang="${code}"`);
    expect(html).toContain(`href="${link}"`);
    expect(html).not.toMatch(/\{\w+\}/);
    if (code !== 'en') expect(html).not.toContain('You get this because');
  });
});
