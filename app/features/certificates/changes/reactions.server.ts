import type { Kysely } from 'kysely';

import { mailPeople, peopleWith, untied } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import type { Database } from '#db/client.server.ts';
import { changeReported } from '#emails/changes/change-reported.tsx';

import { changeNames, changeKinds } from './model.ts';

const findChange = (db: Kysely<Database>, id: string) =>
  db
    .selectFrom('material_change as change')
    .innerJoin('certificate', 'certificate.id', 'change.certificate_id')
    .innerJoin('organisation', 'organisation.id', 'certificate.organisation_id')
    .select(['change.kind', 'change.what', 'change.changed_on as changedOn', 'certificate.number'])
    .select(['organisation.id as recruiterId', 'organisation.name as recruiter'])
    .where('change.id', '=', id)
    .executeTakeFirst();

/** Officers who may decide on it; that an audit is proposed for it they read on their desk. */
export const mailReported = (means: Means) =>
  mailPeople<'certificate.change_reported'>(means, {
    to: async (db, { subject, occurredAt }) => {
      const change = await findChange(db, subject);
      if (!change) return [];
      const facing = { recruiter: change.recruiterId, on: occurredAt };
      return untied(db, await peopleWith(db, ['officer']), facing);
    },
    write: async ({ subject }) => {
      const change = await findChange(means.db, subject);
      const kind = changeKinds.find((one) => one === change?.kind);
      if (!change || !kind) return undefined;
      const { number, recruiter, what, changedOn } = change;
      const told = { number, recruiter, what, kind: changeNames[kind], day: dayInWords(changedOn) };
      return changeReported({ ...told, link: `${means.origin}/now` });
    },
  });
