import type { ReactNode } from 'react';

import { timeInWords } from '#app/platform/calendar.ts';
import { Card, Columns, PageHeader, Summary } from '#app/ui/page.tsx';
import { ProgressList } from '#app/ui/task-list.tsx';

import { sectionNames, sections, type Section } from '../model.ts';
import { refusalText } from './refusals.ts';

type Saved = { at: string; by: string; reading: { question: string; answer: string }[] };
type Props = {
  view: { section: Section; done: readonly Section[]; saved?: Saved | undefined; open: boolean };
  refusal: string | undefined;
  lead: ReactNode;
  children: ReactNode;
};

/** Around every section of an application: where one stands, and the form; once it was sent, the answers alone. */
export function SectionPage({ view: { section, done, saved, open }, refusal, lead, children }: Props) {
  const steps = sections.map((each) => ({
    href: `/apply/${each}`,
    label: sectionNames[each],
    state:
      each === section ? ('current' as const) : done.includes(each) ? ('done' as const) : ('open' as const),
  }));
  const note = saved
    ? `This section was saved on ${timeInWords(saved.at)} by ${saved.by}.`
    : 'Each section is saved when you go on. Come back any day.';
  const main = (
    <>
      <PageHeader
        title={sectionNames[section]}
        eyebrow={`Section ${sections.indexOf(section) + 1} of ${sections.length}`}
        back={{ to: '/apply', label: 'Your application' }}
        lead={lead}
      />
      {open || refusal ? children : <p>{refusalText('already_sent')}</p>}
      {saved && (!open || refusal === 'saved_meanwhile') ? (
        <Card title={`What ${saved.by} saved`}>
          <Summary items={saved.reading.map(({ question, answer }) => ({ term: question, value: answer }))} />
        </Card>
      ) : null}
    </>
  );
  return (
    <Columns
      side="start"
      aside={<ProgressList heading="Your application" note={note} steps={steps} />}
      main={main}
    />
  );
}
