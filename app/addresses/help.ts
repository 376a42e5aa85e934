import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** The directory of help as workers read it, and a country's register for those who counsel them. */
export const helpForWorkers: RouteConfigEntry[] = [
  route(':lang/help', 'routes/workers/help.tsx'),
  route(':lang/sheets', 'routes/workers/sheets/sheets.tsx'),
];

/** What is no page: `NP.pdf`, `NP-2.pdf` and `NP.csv`; and where gateways hand over what workers text. */
export const handedOut: RouteConfigEntry[] = [
  route(':lang/sheets/:file', 'routes/workers/sheets/file.ts'),
  route('texts/twilio', 'routes/workers/texts/twilio.ts'),
  route('texts/telerivet', 'routes/workers/texts/telerivet.ts'),
];

/** The same as the scheme keeps it. */
export const directory: RouteConfigEntry[] = [
  route('scheme/help', 'routes/scheme/help/entries.tsx'),
  route('scheme/help/new', 'routes/scheme/help/new.tsx'),
  route('scheme/help/:id', 'routes/scheme/help/entry.tsx'),
  route('scheme/help/:id/change', 'routes/scheme/help/change.tsx'),
  route('scheme/help/:id/check', 'routes/scheme/help/check.tsx'),
  route('scheme/help/:id/withdraw', 'routes/scheme/help/withdraw.tsx'),
];
