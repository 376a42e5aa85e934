import { roles, type Role, type SignedIn } from '#app/platform/scope.ts';

import type { Viewer } from '../model.ts';

/** Whoever stands behind a session: as what they act, as whom pages greet them, and how surely it is them. */
export type Person = {
  actor: SignedIn;
  viewer: Viewer;
  membershipId: string;
  sessionId: string;
  email: string;
  method: string;
  confirmedAt: Date;
  /** The session's last moment, however busy it is. */
  expiresAt: Date;
  hasFactor: boolean;
  /** Works for another organisation, too. */
  elsewhere: boolean;
};

type Row = {
  accountId: string;
  membershipId: string;
  organisationId: string;
  publicId: string;
  role: string;
  ownerSince: Date | null;
  name: string;
  email: string | null;
  organisation: string;
  method: string;
  confirmedAt: Date;
  expiresAt: Date;
  hasFactor: boolean;
  elsewhere: boolean;
  places: number;
};

const isRole = (text: string): text is Role => roles.some((role) => role === text);

export function toPerson(row: Row): Person {
  const { accountId, organisationId, membershipId, name, organisation, method, confirmedAt } = row;
  if (!isRole(row.role)) throw new Error(`${row.role} is no role`);
  const owner = row.ownerSince !== null;
  return {
    actor: { kind: row.role, accountId, organisationId, ...(owner && { owner }) },
    viewer: { name, organisation, kind: row.role, owner, places: row.places },
    membershipId,
    sessionId: row.publicId,
    email: row.email ?? '',
    method,
    confirmedAt,
    expiresAt: row.expiresAt,
    hasFactor: row.hasFactor,
    elsewhere: row.elsewhere,
  };
}
