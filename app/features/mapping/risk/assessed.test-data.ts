import { defaultRisk } from '#app/features/scheme/terms.ts';

import { cleanChain } from './chain.test-data.ts';
import { scoreOf, type Assessed } from './rules.ts';

export const today = '2026-03-01';
export const datum = (key: string, value: number | null) => ({ key, value, source: 'A list', year: 2025 });
export const assessed = (part: Partial<Assessed> = {}): Assessed => ({
  places: { origin: [datum('NP', 60)], destination: [datum('QA', 40)], sector: [datum('F', 80)] },
  ...{ averages: {}, chain: cleanChain, answeredIn: 2026, maturities: [], hits: [] },
  ...part,
});
export const score = (part: Partial<Assessed> = {}) => scoreOf(defaultRisk, assessed(part), today);
export const maturity = (level: number | null, weight = 1) => ({
  ...{ criterion: 'A.1', level, weight, source: 'Audit', year: 2026 },
});
