import { z } from 'zod';

const version = z.object({ number: z.number().int() });

/** Facts of a company's policies towards its suppliers. Subject: the policy. */
export const supplyPolicyFacts = {
  'supply_policy.version_added': version,
  'supply_policy.judged': version.extend({ item: z.string() }),
  'supply_policy.sent': version,
  'supply_policy.acknowledged': version,
} as const;
