import type { z } from 'zod';

import { auditFacts } from './facts/audits.ts';
import { certificateFacts } from './facts/certificates.ts';
import { certificationFacts } from './facts/certification.ts';
import { clipFacts } from './facts/clips.ts';
import { complaintFacts } from './facts/complaints.ts';
import { corridorFacts } from './facts/corridors.ts';
import { helpFacts } from './facts/help.ts';
import { jobFacts } from './facts/jobs.ts';
import { questionnaireFacts } from './facts/questionnaires.ts';
import { mappingActionFacts } from './facts/mapping-actions.ts';
import { mappingFacts, voiceFacts } from './facts/mapping.ts';
import { supplyPolicyFacts } from './facts/supply-policies.ts';
import { wordingFacts } from './facts/wording.ts';
import { trail } from './facts/trail.ts';

/**
 * Every fact the house announces. Ids and facts only: no names, no free text, so that history outlives the people in
 * it. New fields are optional; the meaning of an old one never changes.
 */
export const catalogue = {
  ...trail,
  ...certificationFacts,
  ...auditFacts,
  ...certificateFacts,
  ...helpFacts,
  ...corridorFacts,
  ...jobFacts,
  ...complaintFacts,
  ...voiceFacts,
  ...wordingFacts,
  ...clipFacts,
  ...questionnaireFacts,
  ...mappingActionFacts,
  ...mappingFacts,
  ...supplyPolicyFacts,
} as const;

export type EventType = keyof typeof catalogue;
export type Payload<T extends EventType> = z.output<(typeof catalogue)[T]>;
/** A fact as it stands in the table, handed to reactions. */
export type Fact<T extends EventType = EventType> = {
  id: string;
  type: T;
  subject: string;
  related: string[];
  payload: Payload<T>;
  occurredAt: Date;
};

export const isEventType = (type: string): type is EventType => Object.hasOwn(catalogue, type);

/** Types of the trail, and of mere deliveries: what the timelines of records leave out. */
export const trailTypes: readonly string[] = [...Object.keys(trail), 'link.requested'];

/** Told on timelines alone: nothing follows from them, so that saving often costs the queue nothing. */
export const quietTypes: readonly string[] = [
  'application.section_saved',
  ...['watch.added', 'watch.ended', 'list.read', 'list.check_asked', 'list.deleted'],
  'questionnaire.changed',
  ...['portfolio.saved', 'portfolio.deleted'],
];
