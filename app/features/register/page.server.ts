import { dayOf } from '#app/platform/calendar.ts';
import { theConfig } from '#app/platform/config.server.ts';

import type { RegisterRecord } from './model.ts';
import { inScript, linkedData } from './ui/linked-data.ts';

/** What the page of a record says beside the record: itself for machines, the day it was asked on, where to complain. */
export function aboutRecord({ now }: { now: Date }, record: RegisterRecord) {
  const { ORIGIN, COMPLAINTS_TO, DEMO } = theConfig();
  return {
    linked: inScript(linkedData(record, ORIGIN)),
    today: dayOf(now),
    complaintsTo: COMPLAINTS_TO ?? (DEMO ? 'complaints@scheme.example' : null),
  };
}
