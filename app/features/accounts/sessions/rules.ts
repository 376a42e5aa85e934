import type { Role } from '#app/platform/scope.ts';

/** How long a session lasts without a page being asked for, and in all. */
export type SessionLimits = { idleMinutes: number; hours: number };

const staff: SessionLimits = { idleMinutes: 60, hours: 12 };
/** A day on site, with hours between two pages. */
const field: SessionLimits = { idleMinutes: 8 * 60, hours: 16 };
const member: SessionLimits = { idleMinutes: 24 * 60, hours: 14 * 24 };

export function limitsOf(role: Role): SessionLimits {
  switch (role) {
    case 'officer':
    case 'decider':
    case 'caseworker':
    case 'trainer':
      return staff;
    case 'auditor':
    case 'reviewer':
      return field;
    case 'recruiter':
    case 'company':
    case 'authority':
      return member;
  }
}

/** Roles that work only with a second factor; all others may have one. */
export function needsFactor(role: Role) {
  switch (role) {
    case 'auditor':
    case 'reviewer':
    case 'decider':
    case 'officer':
    case 'caseworker':
    case 'trainer':
      return true;
    case 'recruiter':
    case 'company':
    case 'authority':
      return false;
  }
}

/** Ways in that took two factors. */
export const isStrong = (method: string) =>
  ['password_and_code', 'passkey', 'recovery_code'].includes(method);

/**
 * Came in by the word of one organisation's provider and works elsewhere, too: that word opens nothing of the person's
 * own, such as factors, address or everything about them, until they show something of their own.
 */
export const isVouchedFor = ({ method, elsewhere }: { method: string; elsewhere: boolean }) =>
  method === 'single_sign_on' && elsewhere;

/** Sessions a person may have at the same time. */
export const mostSessions = 20;

/** Minutes for which somebody who said who they are may do what cannot be undone. */
const confirmedMinutes = 10;

export const confirmedLately = (confirmedAt: Date, now: Date) =>
  now.getTime() - confirmedAt.getTime() < confirmedMinutes * 60_000;
