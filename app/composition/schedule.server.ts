import {
  discardIdleDrafts,
  expireDeferrals,
  lapseApplications,
  remindOfApplications,
} from '#app/features/applications/clocks/commands.server.ts';
import { carryOutFactorResets } from '#app/features/accounts/factors/reset-commands.server.ts';
import { forgetOldLinks } from '#app/features/accounts/links/links.server.ts';
import { deleteExpiredSessions } from '#app/features/accounts/sessions/commands.server.ts';
import type { Scope } from '#app/platform/scope.ts';

import { freeJobsOfDeadWorkers } from './liveness.server.ts';

type Clocked = {
  name: string;
  cron: string;
  command: (scope: Pick<Scope, 'db' | 'now'>) => Promise<unknown>;
};

/** Which commands the clock runs, and when (UTC, cron). */
export const clockwork: readonly Clocked[] = [
  { name: 'free-jobs-of-dead-workers', cron: '* * * * *', command: freeJobsOfDeadWorkers },
  { name: 'lapse-unpaid-applications', cron: '10 * * * *', command: lapseApplications },
  { name: 'expire-deferrals', cron: '12 * * * *', command: expireDeferrals },
  { name: 'remind-of-applications', cron: '15 * * * *', command: remindOfApplications },
  { name: 'discard-idle-drafts', cron: '30 2 * * *', command: discardIdleDrafts },
  { name: 'carry-out-factor-resets', cron: '5 * * * *', command: carryOutFactorResets },
  { name: 'forget-old-links', cron: '40 3 * * *', command: forgetOldLinks },
  { name: 'delete-expired-sessions', cron: '20 * * * *', command: deleteExpiredSessions },
];
