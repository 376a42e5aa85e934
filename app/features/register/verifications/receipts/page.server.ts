import { findRecord } from '#app/features/register/queries.server.ts';
import type { Company, Scope, SignedIn, Visitor } from '#app/platform/scope.ts';
import type { Signing } from '#app/platform/signing/signing.server.ts';

import { checkAndKeep } from '../commands.server.ts';
import { findReceipt } from '../queries.server.ts';
import { readReceipt } from './kept.server.ts';

/** Only a company’s checks are its own; everybody else asks as anybody, and nothing says who. */
export const asking = ({ db, now, actor }: Scope<SignedIn | Visitor>): Scope<Company | Visitor> => ({
  ...{ db, now },
  actor: actor.kind === 'company' ? actor : { kind: 'visitor' },
});

/** What a page shows of a receipt in full; its paper and its file show more. */
const mostOnPage = 20;

/** A receipt as its page shows it; undefined for another company's, and for none. */
export async function findReceiptPage(scope: Scope<SignedIn | Visitor>, id: string) {
  const found = await findReceipt(asking(scope), id);
  return found && { id, ...readReceipt(found.receipt, mostOnPage) };
}

/** The name behind a number on the register; undefined where there is none to ask about. */
export async function findAsked(scope: Scope<SignedIn | Visitor>, number: string) {
  const record = await findRecord(scope, number);
  if (!record.ok) return undefined;
  const { name, registrationNumber } = record.value;
  return { name, registrationNumber };
}

/** What the register says of one recruiter at this moment, signed and kept. */
export const checkOnPage = (
  scope: Scope<SignedIn | Visitor>,
  by: { signing: Signing; origin: string },
  registrationNumber: string,
) => checkAndKeep(asking(scope), by, { items: [{ registrationNumber }], channel: 'page' });
