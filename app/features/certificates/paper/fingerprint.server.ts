import { createHash } from 'node:crypto';

import type { Scope } from '#app/platform/scope.ts';

import { findPaper, type PaperFacts } from './queries.server.ts';

type Said = Omit<PaperFacts, 'status' | 'since' | 'language'>;

/**
 * SHA-256 of what a certificate says, on its paper and where its code leads: a paper that was altered carries another.
 * How it stands is not in it: that changes, and is asked of the register.
 */
export function fingerprintOf(facts: Said) {
  const said = [
    ...[facts.number, facts.previous, facts.recruiterId, facts.name, facts.nameLocal],
    facts.licences.map(({ authority, number }) => [authority, number]),
    ...[facts.validFrom, facts.validUntil, facts.standard, facts.standardVersion],
    ...[facts.offices, facts.corridors, facts.sectors, facts.auditBody, facts.decision],
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/** In eights, as people read it to one another. */
export const inEights = (fingerprint: string) => fingerprint.match(/.{1,8}/g)?.join(' ') ?? '';

/** What the PDF, the sheet and the page behind the code all show of one certificate. */
export async function findFingerprint(scope: Pick<Scope, 'db' | 'now'>, number: string) {
  const paper = await findPaper(scope, number);
  return paper && inEights(fingerprintOf(paper));
}
