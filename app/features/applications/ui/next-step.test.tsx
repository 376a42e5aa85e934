import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { NextStep } from './next-step.tsx';

const inAudit = { state: 'in_audit', auditBody: 'Meridian Audit', auditBy: '2026-09-01' } as const;
const page = (more: { barred: boolean; arranged: boolean }) =>
  renderToStaticMarkup(
    <NextStep application={{ ...inAudit, ...more }} done={[]} scans={0} invoice={undefined} />,
  );
const offer = 'href="/apply/audit-body"';

test('in audit another body is offered in the place of one that is barred, until the recruiter knows of an audit', () => {
  const offered = page({ barred: true, arranged: false });
  expect(offered).toContain(offer);
  expect(offered).toContain('Somebody of Meridian Audit trained or advised you');
  expect(offered).toContain('lapses after 1 September 2026');
  expect(page({ barred: true, arranged: true })).not.toContain(offer);
  expect(page({ barred: false, arranged: false })).not.toContain(offer);
});
