import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { activityNames, auditeeNames, type Activity, type AuditeeRole, type Reader } from '../model.ts';

export type ShownItem = {
  day: string;
  from: string;
  to: string;
  activity: Activity;
  place: string;
  note: string;
  auditees: readonly AuditeeRole[];
  told: Reader;
  people: readonly { name: string; left: boolean }[];
};

export const teamOf = ({ people }: Pick<ShownItem, 'people'>) =>
  people.map(({ name, left }) => (left ? `${name}, who has left the team` : name)).join('; ');
export const auditeesOf = ({ auditees }: Pick<ShownItem, 'auditees'>) =>
  auditees.map((role) => auditeeNames[role]).join('; ') || '–';

/** The lines of each day, in order. */
export const byDay = <I extends { day: string }>(items: readonly I[]) =>
  [...new Set(items.map(({ day }) => day))].map((day) => ({
    day,
    items: items.filter((item) => item.day === day),
  }));

/** A table for each day; it prints as it stands. */
export const ItineraryDays = ({ items }: { items: readonly ShownItem[] }) =>
  byDay(items).map(({ day, items: lines }) => (
    <DataTable
      key={day}
      caption={`${dayInWords(day)}, by the clock at the place`}
      columns={[
        { key: 'time', header: 'Time', main: true, cell: ({ from, to }) => `${from} to ${to}` },
        { key: 'what', header: 'What', cell: (item) => <What item={item} /> },
        { key: 'place', header: 'Where', cell: ({ place }) => place },
        { key: 'team', header: 'Of the team', cell: teamOf },
        { key: 'auditees', header: 'Whom they meet', cell: auditeesOf },
      ]}
      rows={lines}
      empty={{ title: 'Nothing', text: 'No line.' }}
    />
  ));

const What = ({ item: { activity, note, told } }: { item: ShownItem }) => (
  <>
    {activityNames[activity]}
    {note ? <span className="block text-sm text-ink-2">{note}</span> : null}
    {told === 'team' ? (
      <span className="block text-sm text-ink-2">For the team alone: the recruiter does not read this</span>
    ) : null}
  </>
);

type Written = { number: number; writtenAt: Date | string; by: string; items: readonly ShownItem[] };

/** The itinerary on the page of its audit. */
export const ItineraryShown = ({ itinerary }: { itinerary: Written }) => (
  <Section
    id="itinerary"
    title="Itinerary"
    aside={`Version ${itinerary.number}, written ${timeInWords(itinerary.writtenAt)} by ${itinerary.by}`}
  >
    <ItineraryDays items={itinerary.items} />
  </Section>
);
