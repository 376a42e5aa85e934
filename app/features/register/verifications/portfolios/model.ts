import type { StandingStatus } from '../../../certificates/model.ts';

/** Portfolios a company may have. */
export const mostPortfolios = 200;

/** Where the recruiters of a portfolio stand now: how many at each standing; `removed` are off the register. */
export type Counts = Partial<Record<StandingStatus | 'removed', number>>;
export type Portfolio = { id: string; name: string; madeAt: Date; recruiters: number };
