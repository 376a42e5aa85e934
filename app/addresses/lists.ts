import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** Lists of suppliers that a company has checked, and its portfolios. */
export const lists: RouteConfigEntry[] = [
  route('lists', 'routes/lists/lists.tsx'),
  route('lists/new', 'routes/lists/new.tsx'),
  route('lists/:id', 'routes/lists/list.tsx'),
  route('lists/:id/columns', 'routes/lists/columns.tsx'),
  route('lists/:id/candidates', 'routes/lists/candidates.tsx'),
  route('lists/:id/portfolio', 'routes/lists/portfolio.tsx'),
  route('lists/:id/delete', 'routes/lists/delete.tsx'),
  route('portfolios', 'routes/portfolios/portfolios.tsx'),
  route('portfolios/:id', 'routes/portfolios/portfolio.tsx'),
  route('portfolios/:id/watch', 'routes/portfolios/watch.tsx'),
  route('portfolios/:id/delete', 'routes/portfolios/delete.tsx'),
];

/** The same as files. */
export const listFiles: RouteConfigEntry[] = [
  route('lists/:id/file', 'routes/lists/file.ts'),
  route('portfolios/:id/file', 'routes/portfolios/file.ts'),
];
