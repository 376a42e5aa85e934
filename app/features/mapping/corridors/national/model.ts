import type { Provenance } from '../model.ts';

/** Who may be charged what by the law of a country: nobody who works, a worker up to a cap, or a worker. */
export const payersAllowed = ['not_worker', 'worker_capped', 'worker'] as const;
export type PayerAllowed = (typeof payersAllowed)[number];

/** One version of a rule; `category` is a code of the house's fees and costs, null all of them. */
export type NationalRule = Provenance & {
  id: string;
  version: number;
  country: string;
  category: string | null;
  validFrom: string;
  payerAllowed: PayerAllowed;
  cap: string | null;
  reviewer: string | null;
  withdrawnReason: string | null;
};
