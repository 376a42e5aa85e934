import { dayOf } from '#app/platform/calendar.ts';

import type { Standing } from '../certificates/model.ts';
import type { Asked } from './listed.server.ts';
import { findRecord } from './queries.server.ts';

/** What the public reads today and what it would read after a change, word for word; nothing of whoever is not listed. */
export async function previewStanding(
  asked: Asked,
  registrationNumber: string,
  next: Pick<Standing, 'status' | 'reasonClass'>,
) {
  const found = await findRecord(asked, registrationNumber);
  if (!found.ok) return undefined;
  const { standing: before, certificate } = found.value;
  // What is over stays over: only a withdrawal still shows.
  const over = before.status === 'expired' && next.status !== 'withdrawn';
  // A suspension or a withdrawal for a graver reason goes on since it began.
  const goesOn = before.status === next.status && ['suspended', 'withdrawn'].includes(next.status);
  const after: Standing = over ? before : { ...next, since: goesOn ? before.since : dayOf(asked.now) };
  return { before, after, certificate };
}

type Next = Pick<Standing, 'status' | 'reasonClass'>;

/** The same for a decision that may go either way: what the public reads now, and what after each outcome. */
export async function previewOutcomes(
  asked: Asked,
  registrationNumber: string,
  outcomes: Record<string, Next>,
) {
  const readings = await Promise.all(
    Object.entries(outcomes).map(async ([title, next]) => {
      const preview = await previewStanding(asked, registrationNumber, next);
      return preview ? [{ ...preview, title }] : [];
    }),
  );
  const [first] = readings.flat();
  if (!first) return [];
  return [
    { title: 'What the public reads now', standing: first.before, certificate: first.certificate },
    ...readings.flat().map(({ title, after, certificate }) => ({ title, standing: after, certificate })),
  ];
}

/** The same where an audit ended before its end: the panel refuses the application, or has an audit planned anew. */
export async function previewAbandoned(asked: Asked, organisationId: string) {
  const listed = await asked.db
    .selectFrom('registration')
    .select('number')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  const found = listed && (await findRecord(asked, listed.number));
  if (!found?.ok) return [];
  const { standing, certificate } = found.value;
  const refused: Standing = { status: 'not_certified', since: dayOf(asked.now), reasonClass: null };
  return [
    { title: 'What the public reads now, and while an audit is planned anew', standing, certificate },
    {
      title: 'What the public will read if it is refused',
      standing: certificate ? standing : refused,
      certificate,
    },
  ];
}

type Decision = {
  kind: 'initial' | 'recertification' | 'restoration' | 'scope_extension' | 'lift' | 'abandoned_audit';
  granted: { registrationNumber: string; validUntil: string; auditBody: string; watch: string | null };
};

/**
 * The same of a decision of the panel: granted it is certified, but for a wider scope; refused, only a first one
 * changes, and of whoever had a certificate before the register goes on saying what became of it.
 */
export async function previewDecision(asked: Asked, { kind, granted }: Decision) {
  const found = await findRecord(asked, granted.registrationNumber);
  if (!found.ok) return [];
  const { standing, certificate } = found.value;
  const since = dayOf(asked.now);
  const next = (status: 'certified' | 'not_certified'): Standing => ({ status, since, reasonClass: null });
  // A watch goes on with the certificate of the next cycle.
  const renewed: Standing =
    granted.watch === null
      ? next('certified')
      : { status: 'certified_under_watch', since, reasonClass: granted.watch };
  return [
    { title: 'What the public reads now', standing, certificate },
    {
      title: 'What the public will read if it is granted',
      standing: kind === 'scope_extension' ? standing : renewed,
      certificate: granted,
    },
    {
      title: 'What the public will read if it is refused',
      standing: kind === 'initial' && !certificate ? next('not_certified') : standing,
      certificate,
    },
  ];
}

type Covered = { corridors: string[]; sectors: string[]; offices: string[] };

/** What the public reads of the scope, and what it would read after each outcome; nothing of whoever is not listed. */
export async function previewScopes(
  asked: Asked,
  registrationNumber: string,
  outcomes: Record<string, Covered>,
) {
  const found = await findRecord(asked, registrationNumber);
  if (!found.ok || !found.value.certificate) return [];
  const { certificate } = found.value;
  return [
    { title: 'What the public reads now', record: found.value },
    ...Object.entries(outcomes).map(([title, covered]) => ({
      title,
      record: { ...found.value, certificate: { ...certificate, ...covered } },
    })),
  ];
}

/** The same where another audit body takes the certificate over: it stands as before, and says who audits. */
export async function previewTransfer(asked: Asked, registrationNumber: string | null, auditBody: string) {
  const found = registrationNumber === null ? undefined : await findRecord(asked, registrationNumber);
  if (!found?.ok) return [];
  const { standing, certificate } = found.value;
  const next = certificate && { ...certificate, auditBody };
  return [
    { title: 'What the public reads now', standing, certificate },
    {
      title: 'What the public will read if you take it over',
      // The new certificate stands since the day of the transfer.
      standing: { ...standing, since: dayOf(asked.now) },
      certificate: next,
    },
  ];
}

type Appealed = {
  registrationNumber: string;
  statuses: { upheld: Next; dismissed: Next } | undefined;
  scopes: { upheld: Covered; dismissed: Covered } | undefined;
};

const either = <T>({ upheld, dismissed }: { upheld: T; dismissed: T }) => ({
  'What the public will read if you uphold it': upheld,
  'What the public will read if you dismiss it': dismissed,
});

/** The same of an appeal, whichever way it goes. */
export const previewAppeal = async (asked: Asked, { registrationNumber, statuses, scopes }: Appealed) => ({
  readings: statuses ? await previewOutcomes(asked, registrationNumber, either(statuses)) : [],
  coverage: scopes ? await previewScopes(asked, registrationNumber, either(scopes)) : [],
});
