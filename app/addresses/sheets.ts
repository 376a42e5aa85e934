import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** A country's register to print or to keep, for those who counsel workers. */
export const sheets: RouteConfigEntry[] = [route(':lang/sheets', 'routes/workers/sheets/sheets.tsx')];

/** The same as files: `NP.pdf`, `NP-2.pdf`, `NP.csv`. */
export const sheetFiles: RouteConfigEntry[] = [route(':lang/sheets/:file', 'routes/workers/sheets/file.ts')];
