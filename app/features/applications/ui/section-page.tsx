import type { ReactNode } from 'react';

import { timeInWords } from '#app/platform/calendar.ts';
import { Card, Columns, PageHeader, Summary } from '#app/ui/page.tsx';
import { ProgressList } from '#app/ui/task-list.tsx';

import { sectionNames, sections, type Section } from '../model.ts';

type Saved = { at: string; by: string; reading: { question: string; answer: string }[] };
type Props = {
  section: Section;
  done: readonly Section[];
  saved: Saved | undefined;
  /** True when somebody else saved after this person had opened the page. */
  savedMeanwhile: boolean;
  lead: ReactNode;
  children: ReactNode;
};

/** Around every section of an application: where one stands, and the form. */
export function SectionPage({ section, done, saved, savedMeanwhile, lead, children }: Props) {
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
      {children}
      {savedMeanwhile && saved ? (
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
