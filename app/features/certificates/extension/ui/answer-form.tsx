import type { SubmissionResult } from '@conform-to/react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { RadioGroup, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

import { refusalText } from '../../ui/refusals.ts';

type Answer = { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;

const options = [
  {
    value: 'extended',
    label: 'Extend the scope',
    hint: 'No audit is needed. The register shows the wider scope from this moment.',
  },
  {
    value: 'refused',
    label: 'Refuse',
    hint: 'The scope stays as it is; also where an audit has to come first. The recruiter may ask again.',
  },
];

export function AnswerForm({ back, answer }: { back: string; answer: Answer }) {
  const [form, fields] = useFields<{ outcome: string; answer: string }>('extension', {
    reply: answer?.reply,
  });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <RadioGroup field={fields.outcome} label="Your answer" options={options} />
      <TextArea field={fields.answer} label="Reasons" hint="The recruiter reads this" />
      <Actions>
        <Button>Answer the recruiter</Button>
        <ButtonLink to={back} kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
