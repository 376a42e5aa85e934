import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import { stayable, type Against } from '../model.ts';
import { refusalText } from './refusals.ts';

type Props = { back: string; answer: FormAnswer };

/** The ends of each of these forms. */
export const Rest = ({ button, back }: { button: string; back: string }) => (
  <Actions>
    <Button>{button}</Button>
    <ButtonLink to={back} kind="secondary">
      Not now
    </ButtonLink>
  </Actions>
);

const yesNo = [
  { value: 'no', label: 'No' },
  {
    value: 'yes',
    label: 'Yes',
    hint: 'Say among your reasons what harm is done before the appeal is decided, and to whom',
  },
];

/** The holder says why the decision is wrong. */
export function LodgeForm({ back, answer, against }: Props & { against: Against }) {
  const [form, fields] = useFields<{ grounds: string; stayAsked: string }>('appeal', {
    reply: answer?.reply,
    saved: { grounds: '', stayAsked: 'no' },
  });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <TextArea
        field={fields.grounds}
        label="Why the decision is wrong"
        hint="Which facts were missed or misread, and what shows it"
        rows={10}
      />
      {stayable.includes(against) ? (
        <RadioGroup
          field={fields.stayAsked}
          label="Do you ask for a stay until the appeal is decided?"
          options={yesNo}
        />
      ) : null}
      <Rest button="Lodge the appeal" back={back} />
    </PageForm>
  );
}

const ties = [
  { value: 'no', label: 'Nothing ties me to this recruiter' },
  { value: 'yes', label: 'Something does', hint: 'You neither read the appeal nor decide it' },
];

export function DeclareForm({ back, answer }: Props) {
  const [form, fields] = useFields<{ conflicted: string; statement: string }>('declare', {
    reply: answer?.reply,
  });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.conflicted} label="Your declaration" options={ties} />
      <TextArea
        field={fields.statement}
        label="What you looked at"
        hint="Ties you considered, and what you found"
      />
      <Rest button="Declare" back={back} />
    </PageForm>
  );
}

const stays = [
  { value: 'granted', label: 'Grant a stay', hint: 'What stood before stands until the appeal is decided' },
  { value: 'refused', label: 'Refuse a stay', hint: 'What was decided stands until then' },
];

export function StayForm({ back, answer }: Props) {
  const [form, fields] = useFields<{ stay: string; reasons: string }>('stay', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.stay} label="Stay" options={stays} />
      <TextArea field={fields.reasons} label="Reasons" hint="The holder gets these words by mail" />
      <Rest button="Decide and publish" back={back} />
    </PageForm>
  );
}

const followed: Record<Against, string> = {
  suspended: 'The certificate stands as it stood before it was suspended',
  withdrawn: 'The certificate stands as it stood before it was withdrawn',
  reduced: 'The scope is again what it was before',
  refused: 'The panel decides again, by members who did not vote on the refusal',
};

/** Nothing follows before a second person confirms it. */
export function ProposeForm({ back, answer, against }: Props & { against: Against }) {
  const [form, fields] = useFields<{ outcome: string; reasons: string }>('appeal', { reply: answer?.reply });
  const options = [
    { value: 'upheld', label: 'Uphold the appeal', hint: followed[against] },
    { value: 'dismissed', label: 'Dismiss the appeal', hint: 'What was decided stands, for good' },
  ];
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.outcome} label="Decision" options={options} />
      <TextArea
        field={fields.reasons}
        label="Reasons"
        hint="The holder gets these words by mail, once a second person confirms them"
      />
      <Rest button="Propose to a second person" back={back} />
    </PageForm>
  );
}
