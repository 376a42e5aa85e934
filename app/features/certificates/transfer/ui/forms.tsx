import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import { refusalText } from '../../ui/refusals.ts';

export function AskForm({ bodies, answer }: { bodies: { id: string; name: string }[]; answer: FormAnswer }) {
  const [form, fields] = useFields<{ body: string; grounds: string }>('transfer', { reply: answer?.reply });
  const options = bodies.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.body} label="The new audit body" options={options} />
      <TextArea
        field={fields.grounds}
        label="Grounds"
        hint="Why you want to change. The new body reads this."
      />
      <Actions>
        <Button>Ask the new body</Button>
        <ButtonLink to="/certificate" kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}

const answers = [
  {
    value: 'accepted',
    label: 'Take the certificate over',
    hint: 'It goes on under a new number, with its days and scope, from this moment. Its audits are yours.',
  },
  { value: 'declined', label: 'Decline', hint: 'The certificate stays where it is.' },
];

export function AnswerForm({ answer }: { answer: FormAnswer }) {
  const [form, fields] = useFields<{ outcome: string; answer: string }>('answer', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.outcome} label="Do you take it over?" options={answers} />
      <TextArea field={fields.answer} label="Reasons" hint="What you reviewed and what it showed" />
      <Actions>
        <Button>Answer the recruiter</Button>
        <ButtonLink to="/now" kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
