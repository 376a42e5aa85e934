import type { SubmissionResult } from '@conform-to/react';

import type { Answer, Answers, CopyLine, Questionnaire } from '#app/questionnaire/definition.ts';
import { toEdit, type Edited } from '#app/questionnaire/edit.ts';
import { Questions } from '#app/questionnaire/ui/questions.tsx';
import { Button, TextLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { Card, Columns, PageHeader, Summary } from '#app/ui/page.tsx';

import { sectionNames, sections, type Section } from '../model.ts';
import { refusalText } from './refusals.ts';
import { Progress } from './sections.tsx';

type Conflict = { question: string; mine: Answer; theirs: Answer; by: string };
type View = {
  section: Section;
  questionnaire: Questionnaire;
  answers: Answers;
  open: boolean;
  shown: string[];
  done: string[];
  scans: number;
  gap: string | undefined;
  seen: Record<string, number>;
  authors: Record<string, string>;
  reading: CopyLine[];
};
type Replied =
  | {
      reply?: SubmissionResult<string[]> | undefined;
      refusal: string | undefined;
      conflicts: Conflict[];
      /** The revision of each answer its author has seen, for the next save. */
      seen: Record<string, number>;
      saved: boolean;
    }
  | undefined;

/** A section of an application: where one stands, its questions, who answered what; once sent, the answers alone. */
export function SectionPage({ view, answer }: { view: View; answer: Replied }) {
  const { section, questionnaire, done, scans, open } = view;
  const lead = questionnaire.sections.find(({ name }) => name === section)?.lead?.en;
  const main = (
    <>
      <PageHeader
        title={sectionNames[section]}
        eyebrow={`Section ${sections.indexOf(section) + 1} of ${sections.length}`}
        back={{ to: '/apply', label: 'Your application' }}
        lead={lead}
      />
      {view.gap ? <Card title="The scheme asks">{view.gap}</Card> : null}
      {section === 'network' ? (
        <p>
          Your partners stand under <TextLink to="/network">Network</TextLink>; they are sent along with the
          application.
        </p>
      ) : null}
      {section === 'readiness' ? (
        <p>
          Your scores stand under <TextLink to="/self-assessment">Self-assessment</TextLink>; the last
          completed one is sent along.
        </p>
      ) : null}
      {open || answer?.refusal ? (
        <SectionForm view={view} answer={answer} />
      ) : (
        <>
          <p>{refusalText('already_sent')}</p>
          <Card title="As it was sent">
            <Summary
              items={view.reading.map(({ question, answer: words }) => ({ term: question, value: words }))}
            />
          </Card>
        </>
      )}
    </>
  );
  const progress = (
    <Progress
      heading="Your application"
      note="Each section is saved when you go on. Come back any day."
      current={`/apply/${section}`}
      done={done}
      scans={scans}
    />
  );
  return <Columns side="start" aside={progress} main={main} />;
}

function SectionForm({ view, answer }: { view: View; answer: Replied }) {
  const { section, questionnaire, answers } = view;
  const definition = questionnaire.sections.find(({ name }) => name === section);
  const [form, fields] = useFields<Edited>(section, {
    reply: answer?.reply,
    saved: definition && toEdit(definition, answers),
  });
  if (!definition) return null;
  const refusal = answer?.refusal;
  return (
    <PageForm form={form} refusal={refusal ? refusalText(refusal) : savedSoFar(answer)}>
      <input type="hidden" name="seen" value={JSON.stringify(answer?.seen ?? view.seen)} />
      <Questions
        form={form}
        fields={fields}
        section={definition}
        questionnaire={questionnaire}
        language="en"
        shown={view.shown}
        notes={view.authors}
        conflicts={Object.fromEntries(
          (answer?.conflicts ?? []).map((conflict) => [conflict.question, conflict]),
        )}
      />
      <Button>Save and continue</Button>
    </PageForm>
  );
}

/** Said above what is left: nobody shall fear for the rest. */
function savedSoFar(answer: Replied) {
  if (!answer?.saved) return undefined;
  return answer.conflicts.length > 0
    ? 'A colleague answered some of these questions at the same time. Both answers are kept: choose below which one holds. Everything else is saved.'
    : 'Everything that could be read is saved. What is listed here is still missing or does not fit.';
}
