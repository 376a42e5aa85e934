import type { Actor } from '#app/platform/scope.ts';

/** What a calendar is narrowed to, each empty for all: ids, but of a recruiter its name, or the number of its certificate. */
export type Narrowing = { body: string; auditor: string; recruiter: string };
export const everything: Narrowing = { body: '', auditor: '', recruiter: '' };

/** The scheme may ask for each; an audit body's people have one body, a recruiter has one calendar. */
export function narrowingOf(kind: Actor['kind'], asked: URLSearchParams): Narrowing {
  const said = (name: keyof Narrowing) => (asked.get(name) ?? '').trim().slice(0, 200);
  switch (kind) {
    case 'officer':
      return { body: said('body'), auditor: said('auditor'), recruiter: said('recruiter') };
    case 'auditor':
    case 'reviewer':
      return { ...everything, auditor: said('auditor'), recruiter: said('recruiter') };
    case 'recruiter':
    case 'visitor':
    case 'system':
    case 'decider':
    case 'company':
    case 'caseworker':
    case 'trainer':
    case 'authority':
      return everything;
  }
}

/** An address that keeps what a calendar is narrowed to, beside what else is asked there. */
export function narrowedAddress(path: string, narrowing: Narrowing, more: Record<string, string> = {}) {
  const asked = Object.entries({ ...more, ...narrowing }).filter(([, value]) => value !== '');
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked).toString()}`;
}
