import type { Place } from '#app/ui/parts/step-page.tsx';

type Who = { bodyId: string; accountId: string };

/** Where an auditor of a body stands. */
export const auditorPath = ({ bodyId, accountId }: Who) => `/audit-body/${bodyId}/auditors/${accountId}`;

export const placeOfAuditor = (who: Who, name: string): Place => ({ to: auditorPath(who), label: name });
