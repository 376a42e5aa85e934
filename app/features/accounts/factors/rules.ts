import { ok, refuse } from '#app/platform/result.ts';
import type { Role } from '#app/platform/scope.ts';

import { needsFactor } from '../sessions/rules.ts';
import { mostPasskeys, resetWaitHours, type FactorReset, type Factors } from './model.ts';

const secondsOfStep = 30;

/** The half minute an authenticator app counts in. */
export const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / secondsOfStep);

/** Clocks differ by a step; a code heard before is no proof, nor is one older than it (RFC 6238, 5.2). */
export const freshStep = (step: number, lastStep: number | null, now: Date) =>
  Math.abs(step - stepAt(now)) <= 1 && (lastStep === null || step > lastStep);

const countOf = ({ passkeys, authenticatorSince }: Factors) =>
  passkeys.length + (authenticatorSince === null ? 0 : 1);

/** Any factor at all; recovery codes stand in for one and are none. */
export const hasFactor = (factors: Factors) => countOf(factors) > 0;

/** Whoever works in a role that needs a factor adds the new one before the last old one goes. */
export function removeFactor(factors: Factors, roles: readonly Role[]) {
  if (countOf(factors) === 1 && roles.some(needsFactor)) return refuse('last_factor');
  return ok({ lastOne: countOf(factors) === 1 });
}

export const roomForPasskey = (factors: Factors) =>
  factors.passkeys.length < mostPasskeys ? ok(undefined) : refuse('too_many_passkeys');

/** As people type it back from paper: in any case, with or without the dash, O for 0 and I or L for 1. */
export const plainCode = (typed: string) =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

export type WaysToConfirm = { password: boolean; code: boolean; passkey: boolean };

/** How somebody says once more who they are: with what they sign in with, never with less. */
export function waysToConfirm(hasPassword: boolean, factors: Factors): WaysToConfirm {
  const code = hasPassword && factors.authenticatorSince !== null;
  const passkey = factors.passkeys.length > 0;
  return { password: hasPassword && (code || !passkey), code, passkey };
}

/** Two officers, neither of them the person whose factor it is. */
export function requestReset(officerId: string, accountId: string, factors: Factors) {
  if (officerId === accountId) return refuse('own_account');
  return hasFactor(factors) ? ok(undefined) : refuse('nothing_to_reset');
}

export function approveReset(reset: FactorReset, officerId: string, now: Date) {
  if (reset.cancelledAt || reset.doneAt) return refuse('reset_over');
  if (reset.approvedBy) return refuse('already_approved');
  if (officerId === reset.accountId) return refuse('own_account');
  if (officerId === reset.requestedBy) return refuse('same_officer');
  return ok({ dueAt: new Date(now.getTime() + resetWaitHours * 3_600_000) });
}

export const cancelReset = ({ cancelledAt, doneAt }: FactorReset) =>
  cancelledAt || doneAt ? refuse('reset_over') : ok(undefined);

export const resetIsDue = ({ dueAt, cancelledAt, doneAt }: FactorReset, now: Date) =>
  dueAt !== null && dueAt <= now && !cancelledAt && !doneAt;
