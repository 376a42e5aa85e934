import type { Day } from '#app/platform/calendar.ts';

import type { Absence, RegisterRecord } from '../model.ts';
import type { HistoryEntry } from './rules.ts';

/** What a record tells as it is today, for the house keeps none of that day. */
export type KeptOfToday = 'name' | 'nameLocal' | 'tradingNames' | 'licences';
/** Contacts are for a call of today: of a past day none are told. */
export type PastRecord = Omit<RegisterRecord, 'contact'> & { asOf: Day; asToday: KeptOfToday[] };

/** What a page answers that was asked of a day. */
export type Then =
  | { kind: 'past'; past: PastRecord; history: HistoryEntry[] }
  | { kind: 'unanswered'; words: string; number: string }
  | { kind: 'absence'; absence: Absence; number: string };
