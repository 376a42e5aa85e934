import type { Kysely, Transaction } from 'kysely';

import { onceMore } from '#app/platform/records/alike.ts';
import { recordEvent } from '#app/events/record.server.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { sentAgain } from '#app/platform/once.ts';
import { minorAmount } from '#app/platform/payments/money.ts';
import { ok, refuse } from '#app/platform/result.ts';
import type { Scope } from '#app/platform/scope.ts';
import type { Database } from '#db/client.server.ts';

import { nameOf, type Finding } from '../../findings/model.ts';
import { mayAnswer } from '../../policy.ts';
import type { PaymentForm } from '../forms.ts';
import { listProofDocuments, type RemedyRecord } from '../queries.server.ts';
import { alikePayment, itemsOf, pay } from '../rules.ts';
import {
  aboutRemedy,
  findSent,
  insertEntry,
  lineOf,
  onRemedy,
  settle,
  type SentEntry,
} from './on-remedy.server.ts';

type Kept = { documentId: string; version: number };
/** The file that shows it, and what stores it. */
type Proof = {
  sha256: string;
  keep: (trx: Transaction<Database>, document: { title: string }) => Promise<Kept>;
};

/** Money back, or where nothing was taken in money, what was given back; the recruiter says so and shows it. */
export const recordPayment = (scope: Scope, findingId: string, form: PaymentForm, proof?: Proof) =>
  onRemedy(scope, findingId, mayAnswer, async ({ trx, finding, remedy, actor }) => {
    const read = amountOf(remedy, form);
    if (!read.ok) return read;
    const { amountMinor, itemId } = read.value;
    const { workers, happenedOn, note } = form;
    const line = { remedyId: remedy.id, happenedOn, note, by: actor.accountId, now: scope.now };
    const said = { ...lineOf(line, itemId ? 'paid' : 'returned'), item_id: itemId, workers };
    const kept = form.id && (await findSent(trx, form.id));
    if (kept) return samePayment(kept, { ...said, amount_minor: amountMinor }, proof ?? form);
    const outcome = pay(remedy, finding, { itemId, amountMinor, workers });
    if (!outcome.ok) return outcome;
    if (happenedOn > dayOf(scope.now)) return refuse('not_yet');
    const { item } = outcome.value;
    const twin =
      item && alikePayment(remedy.entries, { ...item, amountMinor, happenedOn, by: actor.accountId });
    const more = onceMore(form.id ? twin?.recordedAt : undefined, form.another);
    if (!more.ok) return more;
    const shown = proof
      ? await proofSent(trx, finding, form, proof)
      : await proofOf(trx, actor.organisationId, form.document);
    if (!shown.ok) return shown;
    const money = item && {
      ...{ category: item.category, payer: item.payer, currency: item.currency },
      amount_minor: amountMinor,
    };
    const made = await insertEntry(trx, form.id, { ...said, ...money, ...shown.value });
    if (!made.ok) return made;
    const fact = aboutRemedy(scope, finding, remedy.id);
    if (item) await recordEvent(trx, fact, 'remedy.paid', { currency: item.currency, amountMinor });
    await settle(trx, fact, finding);
    return made;
  });

/** The amount is read in the currency of its item. */
function amountOf({ entries }: RemedyRecord, { item: itemId, amount }: PaymentForm) {
  if (itemId === 'none') return ok({ itemId: null, amountMinor: 0 });
  const item = itemsOf(entries).find(({ id }) => id === itemId);
  if (!item) return refuse('no_such_item');
  const amountMinor = minorAmount(amount ?? '', item.currency);
  return amountMinor === undefined ? refuse('no_amount') : ok({ itemId, amountMinor });
}

/** What shows it is the same file, or the same document of before. */
function samePayment(
  { recorded_at, document_id, document_version, sha256, ...kept }: SentEntry,
  sent: Record<string, unknown>,
  shown: Pick<Proof, 'sha256'> | Pick<PaymentForm, 'document'>,
) {
  const document = document_id && `${document_id}/${document_version}`;
  const by = 'sha256' in shown ? { sha256: shown.sha256 } : { document: shown.document };
  return sentAgain({ ...kept, recorded_at, document, sha256 }, { ...sent, recorded_at, ...by });
}

/** One document shows a payment: one that is kept already, or one that is sent with it. */
async function proofSent(trx: Transaction<Database>, finding: Finding, form: PaymentForm, { keep }: Proof) {
  if (form.document) return refuse('one_proof');
  const { documentId, version } = await keep(trx, { title: `Proof of payment, finding ${nameOf(finding)}` });
  return ok({ document_id: documentId, document_version: version });
}

async function proofOf(db: Kysely<Database>, organisationId: string, document: string | undefined) {
  if (!document) return ok({});
  const known = await listProofDocuments(db, organisationId);
  if (!known.some(({ value }) => value === document)) return refuse('no_such_document');
  const [id = '', version] = document.split('/');
  return ok({ document_id: id, document_version: Number(version) });
}
