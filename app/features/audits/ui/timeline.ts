import type { EventType } from '#app/events/catalogue.ts';
import { worded, type TimelineEntry } from '#app/events/wording.ts';
import type { SignedIn } from '#app/platform/scope.ts';

/** The audit body's own steps; the recruiter learns of a finding when it is issued. */
const internal: readonly EventType[] = [
  'audit.conflict_declared',
  'audit.report_started',
  'audit.breakdown_answered',
  'audit.report_submitted',
  'audit.report_returned',
  'finding.raised',
  'finding.withdrawn',
  'finding.regrade_proposed',
  'finding.regrade_answered',
];

/** A record's history in words, as far as this person may know it. */
export const storyFor = (actor: SignedIn, entries: readonly TimelineEntry[]) =>
  worded(entries.filter(({ type }) => actor.kind !== 'recruiter' || !internal.includes(type)));
