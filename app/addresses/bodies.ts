import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Auditors of an audit body: their records, and what the scheme lets them do. */
export const auditors: RouteConfigEntry[] = [
  route('audit-body/:id/auditors', 'routes/bodies/auditors/auditors.tsx'),
  route('audit-body/:id/auditors/:accountId', 'routes/bodies/auditors/auditor.tsx'),
  route('audit-body/:id/auditors/:accountId/competence', 'routes/bodies/auditors/competence.tsx'),
  route('audit-body/:id/auditors/:accountId/language', 'routes/bodies/auditors/language.tsx'),
  route('audit-body/:id/auditors/:accountId/witnessed', 'routes/bodies/auditors/witnessed.tsx'),
  route('audit-body/:id/auditors/:accountId/ask', 'routes/bodies/auditors/ask.tsx'),
  route('audit-body/:id/auditors/:accountId/withdraw/:recordId', 'routes/bodies/auditors/withdraw.tsx'),
  route('scheme/auditor-approvals/:id', 'routes/bodies/auditors/decide.tsx'),
  route('scheme/auditor-approvals/:id/refuse', 'routes/bodies/auditors/refuse.tsx'),
  route('scheme/auditor-approvals/:id/suspend', 'routes/bodies/auditors/suspend.tsx'),
  route('scheme/auditor-approvals/:id/lift', 'routes/bodies/auditors/lift.tsx'),
  route('scheme/auditor-approvals/:id/end', 'routes/bodies/auditors/end.tsx'),
  route('scheme/interests', 'routes/bodies/interests.tsx'),
];
