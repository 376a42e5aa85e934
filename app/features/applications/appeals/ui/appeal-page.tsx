import { dayInWords, timeInWords, untilInWords } from '#app/platform/calendar.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Card, PageHeader, Section, Summary } from '#app/ui/page.tsx';

import { Closed } from '../../review/ui/closed.tsx';
import { refusalText } from '../../ui/refusals.ts';
import { againstNames, OutcomeTag } from './appeal-table.tsx';

type Texts = { grounds: string; reasons: string | null; decided: string };
type Appeal = {
  applicationId: string;
  recruiter: string;
  reference: string;
  against: string;
  againstAt: Date | string;
  lodgedAt: Date | string;
  dueOn: string;
  outcome: string | null;
  decidedAt: Date | string | null;
  decidedBy: string | null;
  /** Left out for an officer who has not declared to be free. */
  texts?: Texts | undefined;
  standing: string;
  involved: boolean;
};
type Props = { appeal: Appeal; today: string; answer: FormAnswer };

/** An appeal: what was decided and why, what the applicant says, and the decision on it. */
export function AppealPage({ appeal, today, answer }: Props) {
  const { recruiter, reference, dueOn, outcome, texts, standing } = appeal;
  return (
    <>
      <PageHeader
        title={`Appeal of ${recruiter}`}
        eyebrow={reference}
        back={{ to: '/scheme/appeals', label: 'Appeals' }}
        tag={<OutcomeTag outcome={outcome} />}
        clock={outcome ? undefined : `Decide by ${dayInWords(dueOn)}, ${untilInWords(dueOn, today)}`}
      />
      <About appeal={appeal} />
      {texts ? null : (
        <Closed
          here={`/scheme/applications/${appeal.applicationId}`}
          standing={standing}
          recruiter={recruiter}
        />
      )}
      {outcome === null && texts ? <Decision appeal={appeal} answer={answer} /> : null}
      {outcome === null ? null : <Decided appeal={appeal} />}
    </>
  );
}

const About = ({ appeal: { against, againstAt, lodgedAt, texts } }: { appeal: Appeal }) => (
  <Section title="What it is about">
    <Summary
      items={[
        { term: 'Decision', value: `${againstNames[against] ?? against}, ${timeInWords(againstAt)}` },
        ...(texts
          ? [
              { term: 'Reasons given', value: texts.decided },
              { term: 'The applicant says', value: texts.grounds },
            ]
          : []),
        { term: 'Lodged', value: timeInWords(lodgedAt) },
      ]}
    />
  </Section>
);

const Decided = ({ appeal: { texts, decidedBy, decidedAt, outcome } }: { appeal: Appeal }) => (
  <Card title={outcome === 'upheld' ? 'Upheld' : 'Dismissed'}>
    {texts ? <p>{texts.reasons}</p> : null}
    <p className="text-sm text-ink-2">{`${decidedBy ?? ''}, ${decidedAt ? timeInWords(decidedAt) : ''}`}</p>
  </Card>
);

function Decision({ appeal: { against, involved }, answer }: { appeal: Appeal; answer: FormAnswer }) {
  const [form, fields] = useFields<{ outcome: string; reasons: string }>('appeal', { reply: answer?.reply });
  if (involved) return <Card title="A colleague decides">{refusalText('involved_in_decision')}</Card>;
  const again =
    against === 'rejected'
      ? 'The application is reviewed again'
      : 'The panel decides again, by members who did not vote on the refusal';
  const options = [
    { value: 'upheld', label: 'Uphold the appeal', hint: again },
    { value: 'dismissed', label: 'Dismiss the appeal', hint: 'What was decided stands, for good' },
  ];
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.outcome} label="Decision" options={options} />
      <TextArea field={fields.reasons} label="Reasons" hint="The applicant gets these words by mail" />
      <Actions>
        <Button>Decide the appeal</Button>
        <ButtonLink to="/scheme/appeals" kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
