import { mailPeople } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { signOnChanged } from '#emails/accounts/sign-on-changed.tsx';

type Change = Parameters<typeof signOnChanged>[0]['change'];

/** Tells all owners how their people sign in from now on: also those who did not do it. */
const mailOwners = (means: Means, change: Change) => ({
  to: async (db: Means['db'], { subject }: { subject: string }) => {
    const rows = await db
      .selectFrom('membership')
      .select('account_id')
      .distinct()
      .where('organisation_id', '=', subject)
      .where('owner_since', 'is not', null)
      .execute();
    return rows.map(({ account_id }) => account_id);
  },
  write: async ({ subject }: { subject: string }) => {
    const found = await means.db
      .selectFrom('organisation')
      .select('name as organisation')
      .where('id', '=', subject)
      .executeTakeFirst();
    return found && signOnChanged({ ...found, change, link: `${means.origin}/organisation/sign-on` });
  },
});

export const mailProviderSet = (means: Means) =>
  mailPeople<'identity_provider.set'>(means, mailOwners(means, 'set'));
export const mailProviderRemoved = (means: Means) =>
  mailPeople<'identity_provider.removed'>(means, mailOwners(means, 'removed'));
export const mailDomainProven = (means: Means) =>
  mailPeople<'mail_domain.proven'>(means, mailOwners(means, 'proven'));
