import { timeInWords } from '#app/platform/calendar.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { PageHeader, Section, Summary } from '#app/ui/page.tsx';

import { refusalText } from '../../ui/refusals.ts';
import type { CheckFields } from '../forms.ts';
import { Closed } from './closed.tsx';

type Line = {
  state: 'in_order' | 'gap';
  note: string;
  version: number;
  checkedBy: string;
  checkedAt: Date | string;
};
type View = {
  application: { id: string; recruiter: string; reference: string };
  name: string;
  place: string;
  open: boolean;
  version: number;
  answers: { question: string; answer: string }[];
  line?: Line | undefined;
};

const options = [
  { value: 'in_order', label: 'In order' },
  {
    value: 'gap',
    label: 'Something is missing',
    hint: 'The applicant is asked for it when you ask for more',
  },
];

/** One section as it was sent, and what the officer finds in it. */
export function CheckPage({ view, answer }: { view: View; answer: FormAnswer }) {
  const here = `/scheme/applications/${view.application.id}`;
  return (
    <>
      <PageHeader
        title={view.name}
        eyebrow={view.place}
        back={{ to: here, label: view.application.recruiter }}
        clock={view.line && lastLook(view.line, view.version)}
      />
      {view.open ? (
        <>
          <Section title="As it was sent">
            <Summary
              items={view.answers.map(({ question, answer: text }) => ({ term: question, value: text }))}
            />
          </Section>
          <CheckForm view={view} answer={answer} back={here} />
        </>
      ) : (
        <Closed here={here} standing="undeclared" recruiter={view.application.recruiter} />
      )}
    </>
  );
}

const lastLook = ({ checkedBy, checkedAt, version }: Line, latest: number) =>
  `Looked at by ${checkedBy}, ${timeInWords(checkedAt)}${version < latest ? ', before it was sent again' : ''}`;

function CheckForm({ view, answer, back }: { view: View; answer: FormAnswer; back: string }) {
  const { line, version } = view;
  const [form, fields] = useFields<CheckFields>('check', {
    reply: answer?.reply,
    saved: line && { state: line.state, note: line.note },
  });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <input type="hidden" name="version" value={version} />
      <RadioGroup field={fields.state} label="What you found" options={options} />
      <TextArea
        field={fields.note}
        label="What is missing"
        hint="The applicant reads these words beside the section. Leave it empty when all is in order."
        optional
      />
      <Actions>
        <Button>Save and look at the next</Button>
        <ButtonLink to={back} kind="secondary">
          Back to the application
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
