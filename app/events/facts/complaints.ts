import { z } from 'zod';

import { nothing } from './shapes.ts';

/**
 * Facts of complaints. Subject: the complaint, and nothing related: no timeline but its own tells of it. Never what was
 * said, nor about whom.
 */
export const complaintFacts = {
  'complaint.received': z.object({ danger: z.boolean(), child: z.boolean() }),
  'complaint.added_to': nothing,
  'complaint.answered': nothing,
  'complaint.taken': nothing,
  'complaint.handed_over': z.object({ to: z.string() }),
  /** A note or a translation, by whoever works on it. */
  'complaint.noted': nothing,
  'complaint.recruiter_named': nothing,
  'complaint.flagged': z.object({ danger: z.boolean(), child: z.boolean(), reprisal: z.boolean() }),
  'complaint.linked': nothing,
  /** Whoever it was passed to answered. */
  'complaint.responded': nothing,
  'complaint.moved': z.object({ from: z.string(), to: z.string() }),
  /** A finding that harm was done; `severe` as its caseworker judged it. */
  'complaint.substantiated': z.object({ severe: z.boolean() }),
  'complaint.reprisal_told': nothing,
  'complaint.access_asked': nothing,
  'complaint.access_answered': z.object({ granted: z.boolean() }),
  'complaint.late': z.object({ state: z.string() }),
  'complaint.erased': nothing,
} as const;
