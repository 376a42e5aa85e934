import { sql } from 'kysely';

import { dayOf } from '#app/platform/calendar.ts';
import { isWholePhone, phonesIn } from '#app/platform/names/phone.ts';

import type { Asked } from './listed.server.ts';
import { readName } from './search/reading.ts';

/** Whose voice it is; of nobody's, the numbers by which the agency itself can be asked. */
export type Speaker =
  | { kind: 'own' }
  | { kind: 'agent'; name: string; place: string; country: string }
  | { kind: 'no'; phones: string[] };

/**
 * Whether a phone number or a name is among what a recruiter published as its own or who may speak for it today. A yes is
 * certain: of a number that its end is the same, or of a name that it is like, is a no, which costs a call to the agency.
 */
export async function whoSpeaks(asked: Asked, registrationNumber: string, said: string): Promise<Speaker> {
  const typed = phonesIn(said);
  const isTyped = (phone: string) =>
    typed.some((digits) => phone.endsWith(digits) && isWholePhone(phone, digits));
  const phones = await ownPhones(asked, registrationNumber);
  if (phones.some(isTyped)) return { kind: 'own' };
  const agents = await agentsOf(asked, registrationNumber);
  const agent = agents.find((one) => one.phones.some(isTyped) || isCalled(one, said));
  if (!agent) return { kind: 'no', phones };
  const { name, place, country } = agent;
  return { kind: 'agent', name, place, country };
}

/** In any script and any order of its words, but all of them. */
const orderless = (text: string) => readName(text).words.toSorted().join(' ');

function isCalled({ name, nameLocal }: { name: string; nameLocal: string | null }, said: string) {
  const asked = orderless(said);
  return asked !== '' && [name, nameLocal ?? ''].some((one) => orderless(one) === asked);
}

const ownPhones = async ({ db }: Asked, registrationNumber: string) =>
  (
    await db
      .selectFrom('registration_phone as own')
      .innerJoin('registration', 'registration.organisation_id', 'own.organisation_id')
      .select('own.phone')
      .where('registration.number', '=', registrationNumber)
      .orderBy('own.position')
      .execute()
  ).map(({ phone }) => phone);

/** As on the record (`listAgents`), with the numbers each may speak by: for a comparison here, never to be shown. */
const agentsOf = ({ db, now }: Asked, registrationNumber: string) =>
  db
    .selectFrom('partner')
    .innerJoin('registration', 'registration.organisation_id', 'partner.organisation_id')
    .innerJoin('partner_authorisation as given', 'given.partner_id', 'partner.id')
    .select(['partner.name', 'partner.name_local as nameLocal', 'partner.place', 'partner.country'])
    .select(
      // Lists within rows the builder has no words for.
      sql<string[]>`array(select p.phone from partner_phone p
        where p.partner_id = partner.id and p.phone = any (given.phones))`.as('phones'),
    )
    .where('registration.number', '=', registrationNumber)
    .where('given.started_on', '<=', dayOf(now))
    .where(({ or, eb }) => or([eb('given.ended_on', 'is', null), eb('given.ended_on', '>', dayOf(now))]))
    .execute();
