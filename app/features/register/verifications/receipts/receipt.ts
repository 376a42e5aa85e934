import { credentialsContext, ownContext } from '#app/platform/signing/contexts.ts';

import type { Answer, Item } from '../model.ts';

export type Checked = { id: string; checkedAt: Date; items: readonly Item[]; answers: Answer[] };

/** Where a receipt is had again. */
export const receiptUrl = (origin: string, id: string) => `${origin}/api/v1/verifications/${id}/receipt`;

/**
 * What was asked of the register, what it answered and as known when: a credential (VC data model 2.0) about the check
 * and about nobody who asked.
 */
export function receiptOf(
  { id, checkedAt, items, answers }: Checked,
  by: { issuer: string; origin: string },
) {
  const at = checkedAt.toISOString();
  return {
    '@context': [credentialsContext, ownContext(by.origin)],
    id: receiptUrl(by.origin, id),
    type: ['VerifiableCredential', 'RegisterCheckReceipt'],
    issuer: { id: by.issuer, name: 'Fairroute' },
    validFrom: at,
    credentialSubject: {
      id: `urn:uuid:${id}`,
      type: 'RegisterCheck',
      register: `${by.origin}/register`,
      checkedAt: at,
      asKnownAt: at,
      count: items.length,
      asked: items,
      answered: answers,
    },
  };
}
