import { sql, type Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import type { Database } from '#db/client.server.ts';
import { clientChanged } from '#emails/certificates/client-changed.tsx';

import { reasonNames, type ReasonClass } from '../model.ts';
import { changed } from '../scope/rules.ts';

type Changed =
  | 'certificate.suspended'
  | 'certificate.reinstated'
  | 'certificate.withdrawn'
  | 'certificate.scope_reduced'
  | 'certificate.returned';

const changes = {
  'certificate.suspended': 'suspended',
  'certificate.reinstated': 'lifted',
  'certificate.withdrawn': 'withdrawn',
  'certificate.scope_reduced': 'reduced',
  'certificate.returned': 'returned',
} as const;

const findHeld = (db: Kysely<Database>, { subject }: Fact) =>
  db
    .selectFrom('certificate')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['certificate.number', 'certificate.audit_body_id as bodyId', 'organisation.name as recruiter'])
    .select(['organisation.id as holderId', 'certificate.status', 'certificate.since'])
    .where('certificate.id', '=', subject)
    .executeTakeFirst();

/** Who runs the body, and whoever leads an audit of this client that has not ended; nobody who is tied to it. */
async function lookingAfter(db: Kysely<Database>, fact: Fact<Changed>) {
  const held = await findHeld(db, fact);
  if (!held) return [];
  const rows = await db
    .selectFrom('membership')
    .select('membership.account_id as id')
    .distinct()
    .where('membership.organisation_id', '=', held.bodyId)
    .where('membership.role', 'in', ['auditor', 'reviewer'])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('membership.owner_since', 'is not', null),
        exists(
          selectFrom('audit_team_member as lead')
            .innerJoin('audit', 'audit.id', 'lead.audit_id')
            .select('audit.id')
            .whereRef('lead.account_id', '=', 'membership.account_id')
            .where('lead.role', '=', 'lead_auditor')
            .where('audit.organisation_id', '=', held.holderId)
            .where(sql<boolean>`num_nonnulls(audit.closed_at, audit.cancelled_at) = 0`),
        ),
      ]),
    )
    .execute();
  const people = rows.map(({ id }) => id);
  return untied(db, people, { recruiter: held.holderId, on: fact.occurredAt });
}

const isReason = (text: string): text is ReasonClass => Object.hasOwn(reasonNames, text);

/** What the public reads of it, and nothing beyond: why, or what left the scope. */
async function saidOf(db: Kysely<Database>, { subject, payload }: Fact<Changed>) {
  if ('reasonClass' in payload)
    return isReason(payload.reasonClass) ? [reasonNames[payload.reasonClass]] : [];
  if (!('version' in payload)) return [];
  const [was, is] = await db
    .selectFrom('certificate_version')
    .select(['corridors', 'sectors', 'offices'])
    .where('certificate_id', '=', subject)
    .where('version', 'in', [payload.version - 1, payload.version])
    .orderBy('version')
    .execute();
  if (!was || !is) return [];
  const { corridors, sectors, offices } = changed(was, is).removed;
  return [...corridors.map(corridorName), ...sectors.map(sectorName), ...offices];
}

/** An audit body hears what became of the certificate of its client, whoever decided it. */
export const mailAuditBody = <T extends Changed>(means: Means) =>
  mailPeople<T>(means, {
    to: lookingAfter,
    write: async (fact) => {
      const held = await findHeld(means.db, fact);
      if (!held) return undefined;
      const { number, recruiter, status, since } = held;
      const change = changes[fact.type];
      // A graver reason goes on from the first day.
      const began = change === status && since < fact.occurredAt ? since : fact.occurredAt;
      return clientChanged({
        ...{ change, number, recruiter, day: dayInWords(dayOf(began)) },
        said: await saidOf(means.db, fact),
        link: `${means.origin}/audits`,
      });
    },
  });
