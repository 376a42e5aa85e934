import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Where workers tell what happened, and come back to it. */
export const report: RouteConfigEntry[] = [
  route(':lang/report', 'routes/report/report.tsx'),
  route(':lang/report/case', 'routes/report/case.tsx'),
];
/** The proof of it: a file. */
export const reportFiles: RouteConfigEntry[] = [route(':lang/report/receipt', 'routes/report/receipt.ts')];
