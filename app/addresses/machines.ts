import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** What programs ask for that walk through pages. */
export const forMachines: RouteConfigEntry[] = [
  route('sitemap.xml', 'routes/machines/sitemap-index.ts'),
  route('sitemaps/:file', 'routes/machines/sitemap.ts'),
  route('contexts/register/v1', 'routes/machines/context.ts'),
  route('complaints/log', 'routes/machines/complaint-log.ts'),
  route('transparency/complaints.csv', 'routes/public/complaint-figures-csv.ts'),
  route('robots.txt', 'routes/machines/robots.ts'),
  route('.well-known/security.txt', 'routes/machines/security.ts'),
];
