import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** The corridor book, for whoever has an account to read and for officers to keep. */
export const corridors: RouteConfigEntry[] = [
  route('corridors', 'routes/corridors/book.tsx'),
  route('corridors/:origin/:destination', 'routes/corridors/corridor.tsx'),
  route('scheme/risk-inputs', 'routes/mapping-risk/inputs.tsx'),
  route('scheme/corridors', 'routes/corridors/keep/entries.tsx'),
  route('scheme/corridors/new', 'routes/corridors/keep/new.tsx'),
  route('scheme/corridors/rules', 'routes/corridors/national/rules.tsx'),
  route('scheme/corridors/rules/new', 'routes/corridors/national/new.tsx'),
  route('scheme/corridors/rules/:id', 'routes/corridors/national/rule.tsx'),
  route('scheme/corridors/rules/:id/withdraw', 'routes/corridors/national/withdraw.tsx'),
  route('scheme/corridors/:id', 'routes/corridors/keep/entry.tsx'),
  route('scheme/corridors/:id/change', 'routes/corridors/keep/change.tsx'),
  route('scheme/corridors/:id/withdraw', 'routes/corridors/keep/withdraw.tsx'),
];
