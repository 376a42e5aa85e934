import { sql } from 'kysely';

/** A row of findings goes to the function whole, for which the builder has no words. `inside`: read by the audit body or the scheme. */
export const reasonsOfGrade = (inside: boolean) =>
  sql<string | null>`reasons_of_grade(finding, ${inside})`.as('gradedBecause');
