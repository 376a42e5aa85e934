import { createHash } from 'node:crypto';

import { checkAndKeep, checkOnly } from '#app/features/register/verifications/commands.server.ts';
import {
  itemFields,
  itemFormOn,
  listForm,
  type ItemForm,
} from '#app/features/register/verifications/forms.ts';
import {
  mostItems,
  mostWithoutKey,
  type Answer,
  type Item,
} from '#app/features/register/verifications/model.ts';
import { findReceipt } from '#app/features/register/verifications/queries.server.ts';
import { mayHaveReceipt } from '#app/features/register/verifications/receipts/limits.server.ts';
import { receiptPaper } from '#app/features/register/verifications/receipts/paper.server.tsx';
import { receiptUrl } from '#app/features/register/verifications/receipts/receipt.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { theSigning } from '#app/platform/signing/signing.server.ts';
import { readTable } from '#app/platform/tables/read-table.server.ts';
import { tableRefusalTexts, type TableRow } from '#app/platform/tables/table.ts';

import { Typed, type Asking, type Sent } from './asking.ts';
import { jsonOf } from './body.server.ts';
import { tooMany } from './door.server.ts';
import { Problem } from './problem.ts';
import { preferred } from './represented.ts';

/** POST /api/v1/verifications */
export async function verify({
  scope,
  origin,
  query,
  sent,
  signing = theSigning(),
}: Asking & { sent: Sent }) {
  const items = await itemsOf(sent, itemFormOn(dayOf(scope.now)));
  const isVisitor = scope.actor.kind === 'visitor';
  if (isVisitor && query.get('receipt') !== 'true') {
    const { checkedAt, answers } = await checkOnly(scope, items);
    return toAnswer({ id: null, checkedAt, answers }, origin);
  }
  if (isVisitor && items.length > mostWithoutKey)
    throw new Problem(
      'too_many_items',
      `Without a key there are receipts for ${mostWithoutKey} items at most`,
    );
  const wait = isVisitor ? await mayHaveReceipt(sent.from) : 0;
  if (wait > 0) throw tooMany(wait, {});
  const request = isVisitor ? undefined : requestOf(sent);
  const outcome = await checkAndKeep(scope, { signing, origin }, { items, channel: 'api', request });
  if (!outcome.ok) throw new Problem('key_reused', 'Send another Idempotency-Key with another body');
  return toAnswer(outcome.value, origin);
}

/** GET /api/v1/verifications/{id}/receipt */
export async function receipt({ scope, origin, accept = '' }: Asking, id: string) {
  const found = await findReceipt(scope, id);
  if (!found) throw new Problem('unknown_verification');
  const pdf = 'application/pdf';
  if (preferred(accept, ['application/vc+jwt', pdf]) === pdf)
    return new Typed(pdf, (await receiptPaper({ id, token: found.receipt, origin })).content);
  return new Typed('application/vc+jwt', found.receipt);
}

type Answered = { id: string | null; checkedAt: Date; answers: Answer[] };

const toAnswer = ({ id, checkedAt, answers }: Answered, origin: string) => ({
  id,
  checkedAt: checkedAt.toISOString(),
  results: answers,
  receiptUrl: id && receiptUrl(origin, id),
});

/** Of a request that may come twice. Without a key of ours nobody owns it, and it is asked anew each time. */
function requestOf({ body, mediaType, idempotencyKey: key }: Sent) {
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Problem('invalid_parameter', 'Idempotency-Key is 1 to 255 visible characters of ASCII');
  return { key, bodyHash: createHash('sha256').update(`${mediaType}\n`).update(body).digest('hex') };
}

function itemsOf({ body, mediaType }: Sent, form: ItemForm): Promise<Item[]> | Item[] {
  if (mediaType === 'application/json') return itemsOfJson(jsonOf(body), form);
  if (mediaType === 'text/csv') return itemsOfCsv(body, form);
  throw new Problem('unsupported_media_type');
}

function itemsOfJson(sent: unknown, form: ItemForm): Item[] {
  const list = listForm.safeParse(sent);
  if (!list.success) throw new Problem('invalid_body', 'Send { "items": [ … ] }');
  counted(list.data.length);
  return list.data.map((item, place) => itemOf(item, form, `item ${place + 1}`));
}

function itemOf(sent: unknown, form: ItemForm, where: string): Item {
  const read = form.safeParse(sent);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Problem('invalid_body', `${where}: ${issue?.message ?? 'this is no item'}`);
}

/** A table whose heads are the members of an item. */
async function itemsOfCsv(body: Buffer, form: ItemForm): Promise<Item[]> {
  const table = await readTable(body, { mostRows: mostItems + 1, mostColumns: 50, sheets: 'first' });
  if (!table.ok && table.refusal === 'table_too_many_rows') counted(mostItems + 1);
  if (!table.ok) throw new Problem('invalid_body', tableRefusalTexts[table.refusal]);
  const [head, ...rows] = table.value.sheets[0]?.rows ?? [];
  counted(rows.length);
  const columns = columnsOf(head);
  return rows.map(({ number, cells }) => {
    const said = columns.map(({ field, column }) => [field, textOf(cells[column])]);
    return itemOf(Object.fromEntries(said), form, `row ${number}`);
  });
}

function columnsOf(head: TableRow | undefined) {
  const columns = (head?.cells ?? []).flatMap((cell, column) => {
    const field = itemFields.find((known) => known === cell);
    return field ? [{ field, column }] : [];
  });
  if (columns.length === 0)
    throw new Problem('invalid_body', `The first row names the columns: ${itemFields.join(', ')}`);
  return columns;
}

/** What guards a spreadsheet against formulas is no part of a name. */
const textOf = (cell: unknown) => (typeof cell === 'string' ? cell.replace(/^'(?=[=+\-@])/, '') : undefined);

function counted(items: number) {
  if (items > mostItems)
    throw new Problem('too_many_items', `A check takes ${mostItems} items at most: send the rest in another`);
  if (items === 0) throw new Problem('invalid_body', 'There is no item in it');
}
