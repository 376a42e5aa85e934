import type { Kysely } from 'kysely';

import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import type { Database } from '#db/client.server.ts';
import type { Email } from '#emails/frame.tsx';

import { findFinding, type FindingRecord } from './record.server.ts';

const actor = { kind: 'system' } as const;

type Words<T extends EventType> = (record: FindingRecord, fact: Fact<T>) => Email | undefined;

/** A mail about a finding, worded from the finding as it stands when the mail is sent. */
export const mailAbout = <T extends EventType>(
  means: Means,
  to: (db: Kysely<Database>, record: FindingRecord) => Promise<string[]>,
  words: (link: string) => Words<T>,
) =>
  mailPeople<T>(means, {
    async to(db, { subject, occurredAt }) {
      const record = await findFinding({ db, actor, now: occurredAt }, subject);
      return record ? to(db, record) : [];
    },
    async write(fact) {
      const record = await findFinding({ db: means.db, actor, now: fact.occurredAt }, fact.subject);
      return record && words(`${means.origin}/findings/${fact.subject}`)(record, fact);
    },
  });

export const recruiter = (db: Kysely<Database>, { finding }: FindingRecord) =>
  peopleWith(db, ['recruiter'], finding.organisationId);

export const leadAuditor = (_db: Kysely<Database>, { finding }: FindingRecord) =>
  Promise.resolve(
    finding.team.filter(({ role }) => role === 'lead_auditor').map(({ accountId }) => accountId),
  );
