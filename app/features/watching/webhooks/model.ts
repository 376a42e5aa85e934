/** Why nothing is sent to an endpoint any more: nothing arrived for days, or it said that it is gone (410). */
export const disabledReasons = ['failing', 'gone'] as const;
export type DisabledReason = (typeof disabledReasons)[number];

export type Endpoint = {
  id: string;
  url: string;
  madeAt: Date;
  formerUntil: Date | null;
  failingSince: Date | null;
  disabledAt: Date | null;
  disabledBecause: DisabledReason | null;
};
export type EndpointStanding = 'works' | 'failing' | 'disabled';

export type MessageState = 'delivered' | 'given_up' | 'trying' | 'held';
export type Message = {
  id: string;
  type: string;
  registrationNumber: string;
  madeAt: Date;
  state: MessageState;
  /** The last of them; none while it was not tried. */
  lastAttempt: { triedAt: Date; status: number | null; answer: string; tookMs: number } | null;
  attempts: number;
};

export const mostEndpoints = 10;
/** How long a message is tried, and how long the former secret signs beside the new one. */
export const tryHours = 72;
export const formerSecretHours = 24;
/** Messages that a page lists, and that come back when an endpoint is switched on again. */
export const mostMessages = 100;
export const mostHeld = 1_000;
/** How long what was sent, and what changed, is kept to be read. */
export const keptDays = 90;
