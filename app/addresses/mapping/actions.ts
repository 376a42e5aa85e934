import { route, type RouteConfigEntry } from '@remix-run/route-config';

/** What a company does about what it found in its chain, and what it repays to workers. */
export const mappingActions: RouteConfigEntry[] = [
  route('mapping/actions', 'routes/mapping-actions/actions.tsx'),
  route('mapping/actions/new', 'routes/mapping-actions/new.tsx'),
  route('mapping/actions/repayments', 'routes/mapping-actions/repayments/plans.tsx'),
  route('mapping/actions/repayments/new', 'routes/mapping-actions/repayments/new.tsx'),
  route('mapping/actions/repayments/:id', 'routes/mapping-actions/repayments/plan.tsx'),
  route('mapping/actions/repayments/:id/affected', 'routes/mapping-actions/repayments/affected.tsx'),
  route('mapping/actions/repayments/:id/owed', 'routes/mapping-actions/repayments/owed.tsx'),
  route('mapping/actions/repayments/:id/instalment', 'routes/mapping-actions/repayments/instalment.tsx'),
  route('mapping/actions/repayments/:id/payment', 'routes/mapping-actions/repayments/payment.tsx'),
  route('mapping/actions/repayments/:id/confirm', 'routes/mapping-actions/repayments/confirm.tsx'),
  route('mapping/actions/repayments/:id/correct', 'routes/mapping-actions/repayments/correct.tsx'),
  route('mapping/actions/:id', 'routes/mapping-actions/action.tsx'),
  route('mapping/actions/:id/step', 'routes/mapping-actions/step.tsx'),
  route('mapping/actions/:id/evidence', 'routes/mapping-actions/evidence.tsx'),
  route('mapping/actions/:id/change', 'routes/mapping-actions/change.tsx'),
];

/** A file that shows it. */
export const mappingPapers: RouteConfigEntry[] = [
  route('files/papers/:id', 'routes/mapping-actions/paper.ts'),
];
