import { dayOf } from '#app/platform/calendar.ts';
import type { Scope } from '#app/platform/scope.ts';

import { inOneLine } from '../extension/added.ts';
import { changed } from '../scope/rules.ts';

const most = 100;
type Asked = Pick<Scope, 'db'>;

const versions = ({ db }: Asked) =>
  db
    .selectFrom('certificate_version as version')
    .innerJoin('certificate', 'certificate.id', 'version.certificate_id')
    .select(['version.certificate_id as certificateId', 'certificate.number', 'version.version'])
    .select(['version.action', 'version.corridors', 'version.sectors', 'version.offices'])
    .select('version.from_at as at')
    .orderBy('version.certificate_id')
    .orderBy('version.version')
    .limit(most);

type Version = Awaited<ReturnType<ReturnType<typeof versions>['execute']>>[number];

/** Apart from a status that an appeal brought. */
const whats: Record<string, string> = { stayed: 'scope_stayed', resumed: 'scope_resumed' };

/** Each version after the first with what it changed, by the one before it. */
const changesOf = (rows: readonly Version[]) =>
  rows.flatMap((is, index) => {
    const was = rows[index - 1];
    if (was?.certificateId !== is.certificateId) return [];
    const { added, removed } = changed(was, is);
    const [plus, minus] = [inOneLine(added), inOneLine(removed)];
    // What was stayed stands for good once the appeal is upheld: nothing comes or goes by it.
    const detail = minus ? `without ${minus}` : plus ? `with ${plus}` : 'for good';
    return [
      {
        ...{ certificateId: is.certificateId, number: is.number },
        version: is.version,
        what: whats[is.action] ?? is.action,
        detail,
        on: dayOf(is.at),
      },
    ];
  });

/** How the scope of certificates changed, each by itself, the earliest first. */
export const listScopeChanges = async (asked: Asked, certificateIds: string[]) =>
  changesOf(await versions(asked).where('version.certificate_id', 'in', certificateIds).execute());

/** The same of all certificates of a registered recruiter, for everybody to read; the latest first. */
export async function listPublicScopeChanges(asked: Asked, registrationNumber: string) {
  const rows = await versions(asked)
    .innerJoin('registration', 'registration.organisation_id', 'certificate.organisation_id')
    .where('registration.number', '=', registrationNumber)
    .execute();
  return changesOf(rows)
    .map(({ number, version, what, detail, on }) => ({ number, version, what, detail, on }))
    .toSorted((one, other) => other.on.localeCompare(one.on));
}
