import { render } from '@react-email/render';
import { describe, expect, test } from 'vitest';

import { describeMails } from '../describe-mails.ts';
import { languages } from '../language.ts';
import { auditFailed } from './audit-failed.tsx';

const link = 'https://fairroute.example/audits/1';
const failed = { reference: 'AUD-00007', recruiter: 'Himal Workforce', certified: false, code: 'en', link };

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
    'audit of a certificate failed, to the recruiter': {
      email: auditFailed({ ...failed, certified: true, to: 'recruiter' }),
      says: ['AUD-00007', 'nothing is renewed', 'its days run on'],
    },
    'audit of a certificate failed, to the audit body': {
      email: auditFailed({ ...failed, certified: true, to: 'body' }),
      says: ['Himal Workforce', 'another audit of its kind'],
    },
  },
  link,
);

describe('a recruiter reads of a failed audit in its own language', () => {
  const each = languages.flatMap((code) => [false, true].map((certified) => ({ code, certified })));
  test.each(each)('$code, of a certificate: $certified', async ({ code, certified }) => {
    const { subject, body } = auditFailed({ ...failed, certified, to: 'recruiter', code });
    const html = await render(body);
    expect(subject).toContain('AUD-00007');
    expect(html).toContain(`lang="${code}"`);
    expect(html).toContain(`href="${link}"`);
    expect(html).not.toMatch(/\{\w+\}/);
    if (code !== 'en') expect(html).not.toContain('You get this because');
  });
});
