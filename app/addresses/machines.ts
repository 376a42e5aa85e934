import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** What programs ask for that walk through pages. */
export const forMachines: RouteConfigEntry[] = [
  route('sitemap.xml', 'routes/public/sitemap-index.ts'),
  route('sitemaps/:file', 'routes/public/sitemap.ts'),
  route('robots.txt', 'routes/public/robots.ts'),
  route('.well-known/security.txt', 'routes/public/security.ts'),
];
