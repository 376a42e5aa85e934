import type { SubmissionResult } from '@conform-to/react';

import type { Answer, Answers, CopyLine, Questionnaire } from '#app/questionnaire/definition.ts';
import { toEdit, type Edited } from '#app/questionnaire/edit.ts';
import { Questions } from '#app/questionnaire/ui/questions.tsx';
import { inLanguage } from '#app/questionnaire/words.ts';
import { formWords } from '#app/questionnaire/words/said.ts';
import { Button } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { Card, PageHeader, Summary } from '#app/ui/page.tsx';

import type { MappingLanguage } from '../../model.ts';
import { fill, refusalIn, wordsOf } from '../words/words.ts';

type View = {
  company: string;
  section: string;
  place: number;
  count: number;
  questionnaire: Questionnaire;
  answers: Answers;
  open: boolean;
  shown: string[];
  seen: Record<string, number>;
  reading: CopyLine[];
};
export type Replied =
  | {
      reply?: SubmissionResult<string[]> | undefined;
      refusal: string | undefined;
      conflicts: { question: string; mine: Answer; theirs: Answer }[];
      seen: Record<string, number>;
      saved: boolean;
    }
  | undefined;
type Props = { home: string; language: MappingLanguage; view: View; answer: Replied };

/** One section, in the respondent's language; once it was sent, the answers alone. */
export function SectionPage({ home, language, view, answer }: Props) {
  const words = wordsOf(language);
  const section = view.questionnaire.sections.find(({ name }) => name === view.section);
  return (
    <>
      <PageHeader
        title={section ? inLanguage(section.title, language) : ''}
        eyebrow={fill(words.section, { n: view.place + 1, all: view.count })}
        back={{ to: home, label: words.back }}
        lead={section?.lead ? inLanguage(section.lead, language) : undefined}
      />
      {view.open || answer?.refusal ? (
        <SectionForm home={home} language={language} view={view} answer={answer} />
      ) : (
        <Card title={words.sent}>
          <Summary
            items={view.reading.map(({ question, answer: said }) => ({ term: question, value: said }))}
          />
        </Card>
      )}
    </>
  );
}

function SectionForm({ language, view, answer }: Props) {
  const words = wordsOf(language);
  const definition = view.questionnaire.sections.find(({ name }) => name === view.section);
  const [form, fields] = useFields<Edited>(view.section, {
    reply: answer?.reply,
    saved: definition && toEdit(definition, view.answers),
  });
  if (!definition) return null;
  const colleague = words.hands;
  return (
    <PageForm
      form={form}
      words={formWords(language)}
      refusal={answer?.refusal ? refusalIn(language, answer.refusal) : savedSoFar(answer, language)}
    >
      <input type="hidden" name="seen" value={JSON.stringify(answer?.seen ?? view.seen)} />
      <Questions
        form={form}
        fields={fields}
        section={definition}
        questionnaire={view.questionnaire}
        language={language}
        shown={view.shown}
        conflicts={Object.fromEntries(
          (answer?.conflicts ?? []).map((conflict) => [conflict.question, { ...conflict, by: colleague }]),
        )}
      />
      <Button>{words.save}</Button>
      <p className="text-sm text-ink-2">{words.saved}</p>
    </PageForm>
  );
}

/** Said above what is left: nobody shall fear for the rest. */
function savedSoFar(answer: Replied, language: MappingLanguage) {
  if (!answer?.saved) return undefined;
  return answer.conflicts.length > 0 ? wordsOf(language).conflict : wordsOf(language).savedRest;
}
