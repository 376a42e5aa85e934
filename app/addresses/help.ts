import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** The directory of help as workers read it. */
export const helpForWorkers: RouteConfigEntry[] = [route(':lang/help', 'routes/workers/help.tsx')];

/** The same as the scheme keeps it. */
export const directory: RouteConfigEntry[] = [
  route('scheme/help', 'routes/scheme/help/entries.tsx'),
  route('scheme/help/new', 'routes/scheme/help/new.tsx'),
  route('scheme/help/:id', 'routes/scheme/help/entry.tsx'),
  route('scheme/help/:id/change', 'routes/scheme/help/change.tsx'),
  route('scheme/help/:id/check', 'routes/scheme/help/check.tsx'),
  route('scheme/help/:id/withdraw', 'routes/scheme/help/withdraw.tsx'),
];
