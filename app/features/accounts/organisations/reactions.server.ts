import type { EventType, Fact } from '#app/events/catalogue.ts';
import { mailPeople } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { rightsChanged } from '#emails/accounts/rights-changed.tsx';

import { roleNames } from '../model.ts';

/** Whoever's rights were changed by somebody else is told, also when nothing of the organisation is theirs any more. */
const mailChange = <T extends EventType>(
  means: Means,
  words: (fact: Fact<T>, organisation: string) => string,
) =>
  mailPeople<T>(means, {
    to: (_db, { subject }) => Promise.resolve([subject]),
    write: async (fact) => {
      const [organisationId = ''] = fact.related;
      const row = await means.db
        .selectFrom('organisation')
        .select('name')
        .where('id', '=', organisationId)
        .executeTakeFirst();
      if (!row) return undefined;
      const link = `${means.origin}/me/trail`;
      return rightsChanged({ organisation: row.name, change: words(fact, row.name), link });
    },
  });

const named = (role: string) => roleNames[role] ?? role;

export const mailRoleChanged = (means: Means) =>
  mailChange<'membership.role_changed'>(
    means,
    ({ payload }, organisation) =>
      `You work as ${named(payload.to)} in ${organisation} from now on, no longer as ${named(payload.from)}. You were signed out; sign in to go on.`,
  );

export const mailRemoved = (means: Means) =>
  mailChange<'membership.removed'>(
    means,
    ({ payload }, organisation) =>
      `You no longer work for ${organisation} as ${named(payload.role)}. You see nothing of it any more; what you did stays on record.`,
  );
