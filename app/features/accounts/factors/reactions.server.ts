import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople } from '#app/events/mail-people.server.ts';
import type { Effect, Means } from '#app/events/reaction.ts';
import { dayInWords } from '#app/platform/calendar.ts';
import { factorChanged } from '#emails/accounts/factor-changed.tsx';
import { factorReset } from '#emails/accounts/factor-reset.tsx';
import { recoveryCodeUsed } from '#emails/accounts/recovery-code-used.tsx';

import { factorNames } from './model.ts';

/** Notices go to the person alone, whoever made the change. */
const person = (_db: unknown, { subject }: Pick<Fact, 'subject'>) => Promise.resolve([subject]);

export const mailFactorAdded = (means: Means): Effect<'factor.added'> =>
  mailPeople(means, {
    to: person,
    write: ({ payload: { kind } }) => {
      const link = `${means.origin}/me/factors`;
      return Promise.resolve(factorChanged({ change: 'added', factor: factorNames[kind], link }));
    },
  });

export const mailFactorRemoved = (means: Means): Effect<'factor.removed'> =>
  mailPeople(means, {
    to: person,
    write: ({ payload: { kind } }) => {
      const link = `${means.origin}/me/factors`;
      return Promise.resolve(factorChanged({ change: 'removed', factor: factorNames[kind], link }));
    },
  });

export const mailRecoveryCodeUsed = (means: Means): Effect<'factor.recovery_code_used'> =>
  mailPeople(means, {
    to: person,
    write: ({ payload: { left } }) =>
      Promise.resolve(recoveryCodeUsed({ left, link: `${means.origin}/me/factors/codes` })),
  });

const cancelPage = ({ origin }: Means) => `${origin}/me/factors/reset/cancel`;

export const mailResetRequested = (means: Means): Effect<'factor_reset.requested'> =>
  mailPeople(means, {
    to: person,
    write: () => Promise.resolve(factorReset({ stage: 'requested', link: cancelPage(means) })),
  });

export const mailResetApproved = (means: Means): Effect<'factor_reset.approved'> =>
  mailPeople(means, {
    to: person,
    write: ({ payload: { dueOn } }) =>
      Promise.resolve(factorReset({ stage: 'approved', day: dayInWords(dueOn), link: cancelPage(means) })),
  });

export const mailResetCancelled = (means: Means): Effect<'factor_reset.cancelled'> =>
  mailPeople(means, {
    to: person,
    write: () => Promise.resolve(factorReset({ stage: 'cancelled', link: `${means.origin}/me/factors` })),
  });

export const mailResetDone = (means: Means): Effect<'factor_reset.done'> =>
  mailPeople(means, {
    to: person,
    write: () => Promise.resolve(factorReset({ stage: 'done', link: `${means.origin}/sign-in` })),
  });
