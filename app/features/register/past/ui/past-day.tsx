import { dayInWords } from '#app/platform/calendar.ts';
import { countryName } from '#app/platform/places.ts';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { DateField, queryField } from '#app/ui/fields.tsx';
import { Card, PageHeader, Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

import { AbsencePage } from '../../ui/absence.tsx';
import { Coverage } from '../../ui/coverage.tsx';
import { historyInWords } from '../../ui/history.ts';
import { StandingPanel } from '../../ui/standing.tsx';
import type { HistoryEntry } from '../rules.ts';
import type { KeptOfToday, PastRecord, Then } from '../model.ts';

const kept: Record<KeptOfToday, string> = {
  name: 'name',
  nameLocal: 'local name',
  tradingNames: 'trading names',
  licences: 'state licences',
};

/** What a page answers that was asked of a day. */
export function ThenPage({ then }: { then: Then }) {
  switch (then.kind) {
    case 'past':
      return <PastDay {...then} />;
    case 'unanswered':
      return <NoSuchDay {...then} />;
    case 'absence':
      return <AbsencePage {...then} />;
  }
}

export function titleOf(then: Then) {
  if (then.kind === 'past') return `${then.past.name} on ${dayInWords(then.past.asOf)}`;
  return then.kind === 'unanswered' ? 'No such day' : 'Not on the register';
}

type Shown = { past: PastRecord; history: readonly HistoryEntry[] };

/** The record as it was told at the end of a day. That it is the past stands before all of it. */
function PastDay({ past, history }: Shown) {
  const today = past.asToday.map((field) => kept[field]);
  return (
    <>
      <PageHeader
        title={past.name}
        back={{ to: `/register/${past.registrationNumber}`, label: 'The record of today' }}
        eyebrow={countryName(past.country)}
        lead={`As it stood at the end of ${dayInWords(past.asOf)} (UTC). This is the past: what counts today stands on the record of today.`}
      />
      <StandingPanel standing={past.standing} certificate={past.certificate} />
      <Section title="What was on record then">
        <Coverage record={past} today={past.asOf} />
        <p className="text-sm text-ink-2">{`Shown as today, for earlier ones are not kept: ${today.join(', ')}.`}</p>
      </Section>
      <Section title="History until then">
        <Timeline entries={historyInWords(history)} />
      </Section>
      <OtherDay asOf={past.asOf} />
    </>
  );
}

/** A day ahead, one before the register, or none at all. */
const NoSuchDay = ({ words, number }: { words: string; number: string }) => (
  <>
    <PageHeader
      title="That day has no answer"
      back={{ to: `/register/${number}`, label: 'The record of today' }}
      lead={`${words}.`}
    />
    <OtherDay asOf={null} />
  </>
);

/** Asks the same page of another day. */
export const OtherDay = ({ asOf }: { asOf: string | null }) => (
  <Card title="On another day">
    <form className="flex flex-col gap-4">
      <DateField
        field={queryField('asOf', asOf)}
        label="Day"
        hint="The standing at its end, from what had been decided by then"
        required
      />
      <div>
        <Button kind="secondary">Show that day</Button>
      </div>
    </form>
    {asOf ? <TextLink to="?">Show today</TextLink> : null}
  </Card>
);
