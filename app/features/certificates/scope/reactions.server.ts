import type { Kysely } from 'kysely';

import type { Fact } from '#app/events/catalogue.ts';
import { mailPeople, peopleWith } from '#app/events/mail-people.server.ts';
import type { Means } from '#app/events/reaction.ts';
import { termsOf } from '#app/features/scheme/terms.ts';
import { addDays, dayOf } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorIn } from '#app/platform/places.ts';
import type { Database } from '#db/client.server.ts';
import { certificateMail } from '#emails/certificates/certificate-mail.tsx';
import { languageOf } from '#emails/language.ts';

import { changed } from './rules.ts';

type Reduced = Fact<'certificate.scope_reduced'>;

const findHeld = (db: Kysely<Database>, { subject }: Reduced) =>
  db
    .selectFrom('certificate')
    .innerJoin('scheme_version', 'scheme_version.id', 'certificate.scheme_version_id')
    .select(['number', 'organisation_id as organisationId', 'terms'])
    .where('certificate.id', '=', subject)
    .executeTakeFirst();

/** The version a reduction made, behind the one before it. */
const findVersions = (db: Kysely<Database>, { subject, payload: { version } }: Reduced) =>
  db
    .selectFrom('certificate_version')
    .select(['action', 'corridors', 'sectors', 'offices'])
    .where('certificate_id', '=', subject)
    .where('version', 'in', [version - 1, version])
    .orderBy('version')
    .execute();

/** What left the scope, and until when its holder may appeal; against what follows from an appeal there is none. */
export const mailReduced = (means: Means) =>
  mailPeople<'certificate.scope_reduced'>(means, {
    to: async (db, fact) => {
      const held = await findHeld(db, fact);
      return held ? peopleWith(db, ['recruiter'], held.organisationId) : [];
    },
    write: async (fact, language) => {
      const held = await findHeld(means.db, fact);
      const [was, is] = await findVersions(means.db, fact);
      if (!held || !was || !is) return undefined;
      const { corridors, sectors, offices } = changed(was, is).removed;
      const since = dayOf(fact.occurredAt);
      const ways = corridors.map((corridor) => corridorIn(languageOf(language), corridor));
      return certificateMail('scope_reduced', language, {
        number: held.number,
        said: [...ways, ...sectors.map(sectorName), ...offices],
        days: { since, day: addDays(since, termsOf(held.terms).clocks.appealDays) },
        open: is.action === 'reduced',
        link: `${means.origin}/certificate`,
      });
    },
  });
