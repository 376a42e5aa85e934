import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** What workers read, and who has read it before them. */
export const languages: RouteConfigEntry[] = [
  route('scheme/languages', 'routes/workers/languages/all.tsx'),
  route('scheme/languages/:lang', 'routes/workers/languages/one.tsx'),
];
