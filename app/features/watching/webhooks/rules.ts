import { ok, refuse } from '#app/platform/result.ts';

import {
  formerSecretHours,
  mostEndpoints,
  tryHours,
  type DisabledReason,
  type Endpoint,
  type EndpointStanding,
  type MessageState,
} from './model.ts';

const hoursAfter = (since: Date, hours: number) => new Date(since.getTime() + hours * 3_600_000);

export const mayAddEndpoint = (count: number) =>
  count < mostEndpoints ? ok(undefined) : refuse('too_many_endpoints');

export function endpointStanding({ disabledAt, failingSince }: Endpoint): EndpointStanding {
  if (disabledAt) return 'disabled';
  return failingSince ? 'failing' : 'works';
}

type Moments = { deliveredAt: Date | null; givenUpAt: Date | null; disabledAt: Date | null };

export function messageState({ deliveredAt, givenUpAt, disabledAt }: Moments): MessageState {
  if (deliveredAt) return 'delivered';
  if (givenUpAt) return 'given_up';
  return disabledAt ? 'held' : 'trying';
}

/** A new secret while the former one still signs would cut off whoever waits with it. */
export const replaceSecret = ({ formerUntil }: Pick<Endpoint, 'formerUntil'>, now: Date) =>
  formerUntil && formerUntil > now
    ? refuse('former_secret_in_use')
    : ok({ formerUntil: hoursAfter(now, formerSecretHours) });

export const enable = ({ disabledAt }: Pick<Endpoint, 'disabledAt'>) =>
  disabledAt ? ok(undefined) : refuse('not_disabled');

type Tried = { status: number | null; triedSince: Date; failingSince: Date | null };
/** `disable`: nothing more is sent there until a person says so. */
export type Verdict =
  | { outcome: 'delivered' }
  | { outcome: 'again' | 'given_up'; failingSince: Date; disable: DisabledReason | undefined };

/**
 * What an attempt means (Standard Webhooks 1.0.0, "deliverability and reliability"): 2xx is delivered, all else is tried
 * again for three days; 410 ends it at once. An endpoint where nothing arrived for as long as one message is tried is off.
 */
export function judge({ status, triedSince, failingSince }: Tried, now: Date): Verdict {
  if (status !== null && status >= 200 && status < 300) return { outcome: 'delivered' };
  const since = failingSince ?? now;
  const over = (from: Date) => hoursAfter(from, tryHours) <= now;
  if (status === 410) return { outcome: 'given_up', failingSince: since, disable: 'gone' };
  return {
    outcome: over(triedSince) ? 'given_up' : 'again',
    failingSince: since,
    disable: over(since) ? 'failing' : undefined,
  };
}
