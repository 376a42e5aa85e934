import { daysBetween, type Day } from '#app/platform/calendar.ts';

/** One thing in the life of a certificate. */
export type Moment = (
  | { kind: 'status'; what: string; status: string }
  | { kind: 'announcement' | 'audit'; what: string }
  /** `detail`: what came into the scope or left it, what an appeal is against, what was refused. */
  | { kind: 'version' | 'appeal' | 'refusal'; what: string; detail: string }
) & {
  on: Day;
  /** The number of the certificate this one took the place of, where it happened to that one. */
  before?: string;
};

type Validity = { validFrom: Day; validUntil: Day };
export type Band = { status: string; from: Day; until: Day; x: number; width: number };

const finals = ['withdrawn', 'superseded', 'transferred'];

/** Where a day stands between the first and the last of a certificate, from 0 to 1. */
export function placeOf({ validFrom, validUntil }: Validity, on: Day) {
  const length = Math.max(1, daysBetween(validFrom, validUntil));
  return Math.min(1, Math.max(0, daysBetween(validFrom, on) / length));
}

/** From the first day of the earliest certificate in its line: what was before it stands in the same picture. */
export const spanOf = (validity: Validity, moments: readonly Moment[]): Validity => {
  const first = moments.find(({ kind, before }) => kind === 'status' && before !== undefined)?.on;
  return first && first < validity.validFrom ? { ...validity, validFrom: first } : validity;
};

/** Where one certificate took the place of another, from 0 to 1. */
export const handovers = (validity: Validity, moments: readonly Moment[]) => {
  const issued = moments.filter(({ kind, what }) => kind === 'status' && what === 'issued');
  return issued.slice(1).map(({ on }) => placeOf(validity, on));
};

/** One band for each status it had, up to today or to its end; what is to come stays empty. */
export function bandsOf(validity: Validity, moments: readonly Moment[], today: Day): Band[] {
  const statuses = moments.filter((moment) => moment.kind === 'status');
  const last = today < validity.validUntil ? today : validity.validUntil;
  return statuses.flatMap(({ status, on }, index) => {
    if (finals.includes(status)) return [];
    const next = statuses[index + 1]?.on ?? last;
    const until = next < last ? next : last;
    const x = placeOf(validity, on);
    return [{ status, from: on, until, x, width: Math.max(0, placeOf(validity, until) - x) }];
  });
}
