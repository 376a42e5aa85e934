import { dayInWords, dayOf } from '#app/platform/calendar.ts';
import { Card } from '#app/ui/page.tsx';

import { occasionNames } from '../model.ts';
import type { Told } from '../queries.server.ts';

/** What the audit body is late with, for everyone who may see the record. */
export function DelayNotes({ delays }: { delays: readonly Told[] }) {
  if (delays.length === 0) return null;
  return (
    <Card title="The audit body is late">
      {delays.map(({ occasion, dueOn, toldAt }) => (
        <p
          key={`${occasion}-${dueOn}`}
        >{`It owed ${occasionNames[occasion]} by ${dayInWords(dueOn)}. The body and the scheme were told of the delay on ${dayInWords(dayOf(toldAt))}.`}</p>
      ))}
    </Card>
  );
}
