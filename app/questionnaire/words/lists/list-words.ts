import type { SectorCode } from '#app/platform/industries.ts';

import type { FeeCategory } from '../../fee-categories.ts';

/** The lists of the house that no library names, in one language. English stands with the codes themselves. */
export type ListWords = { sectors: Record<SectorCode, string>; fees: Record<FeeCategory, string> };
