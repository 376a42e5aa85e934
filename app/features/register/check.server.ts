import type { Asked } from './listed.server.ts';
import { numberOfCode } from './marks/rules.ts';
import type { RegisterEntry } from './model.ts';
import { findByCertificate, findRecord, normalNumber } from './queries.server.ts';
import type { Match } from './search/model.ts';
import { plain } from './search/score.ts';
import { searchRegister } from './search/search.server.ts';

/** What a worker hears: one recruiter, several to choose from, or a name nobody knows. */
export type CheckResult =
  { kind: 'one'; entry: RegisterEntry } | { kind: 'several'; entries: RegisterEntry[] } | { kind: 'none' };

const most = 10;

/** From here on a match is the very name or number; one that is only like it is for the worker to recognise. */
const certain = 0.99;

/** By number or by name. A recruiter taken off the register is as unknown as one that never was: neither is safe. */
export async function checkRecruiter(asked: Asked, q: string): Promise<CheckResult> {
  const byNumber = await findByNumber(asked, q);
  if (byNumber) return { kind: 'one', entry: byNumber };
  const byCode = await findByCode(asked, q);
  const entries = await searchRegister(asked, { q }, { limit: most });
  if (byCode) return amongCertain(byCode, entries.filter(isCertain));
  const [first, second] = entries;
  if (!first) return { kind: 'none' };
  const meant = entries.filter(({ match }) => isCalled(q, match));
  const alone =
    (isCertain(first) && !(second && isCertain(second))) || (meant.length === 1 && meant[0] === first);
  return alone ? { kind: 'one', entry: first } : { kind: 'several', entries };
}

/**
 * What was asked stands in the name as it was typed: who alone is called so is meant, whoever else is only like it. The end
 * of a phone number is nobody's name.
 */
const isCalled = (q: string, match: Match | null) =>
  match?.on !== 'phone_number' && plain(match?.text ?? '').includes(plain(q));

const isCertain = ({ match }: { match: { score: number } | null }) => (match?.score ?? 0) >= certain;

/** The digits on a poster may also be somebody's licence: then both are shown, and neither is taken for the other. */
function amongCertain(coded: RegisterEntry, certain: RegisterEntry[]): CheckResult {
  const others = certain.filter(({ registrationNumber }) => registrationNumber !== coded.registrationNumber);
  return others.length > 0 ? { kind: 'several', entries: [coded, ...others] } : { kind: 'one', entry: coded };
}

async function findByCode(asked: Asked, q: string): Promise<RegisterEntry | undefined> {
  const number = numberOfCode(q);
  const record = number === undefined ? undefined : await findRecord(asked, number);
  return record?.ok ? record.value : undefined;
}

async function findByNumber(asked: Asked, q: string): Promise<RegisterEntry | undefined> {
  const record = await findRecord(asked, normalNumber(q));
  if (record.ok) return record.value;
  const certificate = await findByCertificate(asked, q);
  return certificate.ok ? certificate.value.record : undefined;
}
