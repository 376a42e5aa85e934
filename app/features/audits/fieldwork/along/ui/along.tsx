import type { FieldMetadata } from '@conform-to/react';

import { timeInWords } from '#app/platform/calendar.ts';
import { CheckboxGroup, TextArea } from '#app/ui/fields.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

type Along = { id: string; by: string; takenAt: Date | string; sentAt: Date | string | null };

const since = ({ takenAt }: Along) => `Took it along ${timeInWords(takenAt)}`;

const wordsOf = (along: Along) =>
  along.sentAt === null
    ? `${since(along)}, and has not sent since`
    : `${since(along)}, had sent everything by ${timeInWords(along.sentAt)}`;

/** Each device by its person: when it took the audit along, and when it had sent everything. */
export const AlongList = ({ along }: { along: readonly Along[] }) =>
  along.length === 0 ? null : (
    <Section title="Taken along to work without a network">
      <Summary items={along.map((one) => ({ term: one.by, value: wordsOf(one) }))} />
      <p className="text-sm text-ink-2">
        A device is heard while it has a network: whoever worked without one after that has more. Ask them
        before you close.
      </p>
    </Section>
  );

type Fields = { without: FieldMetadata<string[]>; awayReasons: FieldMetadata<string> };

/** Asked where somebody is away: to wait is to leave this page, to go on takes a tick for each and a reason. */
export const CloseWithout = ({ away, fields }: { away: readonly Along[]; fields: Fields }) => (
  <>
    <CheckboxGroup
      field={fields.without}
      label="Close without what these have not sent"
      hint="Wait for them if you can: what comes after fieldwork is kept for the team to read, and changes no answer. A device that brings nothing more says so when its person removes the audit from it."
      options={away.map((one) => ({ value: one.id, label: one.by, hint: since(one) }))}
    />
    <TextArea
      field={fields.awayReasons}
      label="Why you do not wait"
      hint="Whom you asked, and what they answered. The team, the reviewer and the panel read it."
    />
  </>
);

type Closed = { reasons: string; devices: readonly Along[] };

/** What fieldwork was closed without, and whether it came since. */
export const ClosedWithout = ({ closed }: { closed: Closed | null }) =>
  closed === null ? null : (
    <Section title="Closed without what was away">
      <Summary
        items={[
          ...closed.devices.map((one) => ({ term: one.by, value: wordsOf(one) })),
          { term: 'Why nobody waited', value: closed.reasons },
        ]}
      />
    </Section>
  );
