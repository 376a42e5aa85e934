import { createHash } from 'node:crypto';

import type { Kysely } from 'kysely';

import { dayOf, type Day } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';

import type { Asked } from '../listed.server.ts';
import { listPasts } from '../past/facts.server.ts';
import { historyOf, type Past } from '../past/rules.ts';
import { details, ownStanding, toRecord } from '../queries.server.ts';
import { toRecruiter } from '../recruiter.ts';

/** What a dump says of one recruiter; `text` is JSON without a line end. */
export type Line = { number: string; removed: boolean; text: string; digest: string };

const perQuery = 500;

const lineOf = (number: string, removed: boolean, said: object): Line => {
  const text = JSON.stringify(said);
  return { number, removed, text, digest: createHash('sha256').update(text).digest('hex').slice(0, 32) };
};

/** A number that nobody has any more. */
export const lineOfUnknown = (number: string) => lineOf(number, true, { unknown: number });

/** Everybody the register knows or took off, by number, in batches: a million are never held at once. */
export async function* linesOf(asked: Asked, origin: string): AsyncGenerator<Line[], void> {
  const today = dayOf(asked.now);
  for (let after = ''; ;) {
    const rows = await details(asked.db, today)
      .where('registration.number', '>', after)
      .orderBy('registration.number')
      .limit(perQuery)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const numbers = rows.map(({ registrationNumber }) => registrationNumber);
    const pasts = await listPasts(asked.db, numbers);
    const certificates = await listCertificates(asked.db, numbers);
    yield rows.map((row) => {
      const { registrationNumber: number } = row;
      const held = certificates.get(number) ?? [];
      return toLine(row, { past: pasts.get(number), held, origin, today });
    });
    after = last.registrationNumber;
  }
}

type Row = Parameters<typeof toRecord>[0];
type Beside = { past: Past | undefined; held: Held[]; origin: string; today: Day };

/** A recruiter as the API answers of it, with its history and every certificate it held; or that it was taken off. */
function toLine(row: Row, { past, held, origin, today }: Beside): Line {
  const { registrationNumber: number } = row;
  const record = toRecord(row, today);
  if (!record.ok)
    return lineOf(number, true, { removed: number, certificates: held.map((one) => one.number) });
  return lineOf(number, false, {
    recruiter: toRecruiter(record.value, origin, today),
    history: past ? historyOf(past, today) : [],
    certificates: held.map((one) => {
      const { own: status, replacedBy, counts } = ownStanding(record.value, one, today);
      const verifyUrl = `${origin}/verify/${one.number}`;
      return { number: one.number, status, replacedBy, counts, verifyUrl, statusListEntry: entryOf(one) };
    }),
  });
}

const entryOf = ({ list, place }: Held) => (list === null || place === null ? null : { list, index: place });

/** Every certificate of some recruiters, and where it stands in the status lists. */
async function listCertificates(db: Kysely<Database>, numbers: readonly string[]) {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('certificate', 'certificate.organisation_id', 'registration.organisation_id')
    .leftJoin('status_entry', 'status_entry.certificate_id', 'certificate.id')
    .select(['registration.number as registrationNumber', 'certificate.number', 'certificate.status'])
    .select(['certificate.since', 'certificate.valid_until as validUntil'])
    .select(['certificate.reason_class as reasonClass', 'status_entry.list', 'status_entry.place'])
    .where('registration.number', 'in', numbers)
    .orderBy('certificate.number')
    .execute();
  const held = new Map<string, typeof rows>();
  for (const row of rows)
    held.set(row.registrationNumber, [...(held.get(row.registrationNumber) ?? []), row]);
  return held;
}

type Held = NonNullable<ReturnType<Awaited<ReturnType<typeof listCertificates>>['get']>>[number];
