import type { SubmissionResult } from '@conform-to/react';

import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';

import { refusalText } from '../../ui/refusals.ts';
import type { ConfirmForm as Confirm, SendBackForm as SendBack } from '../forms.ts';

type Answer = { reply?: SubmissionResult<string[]> | undefined; refusal?: string | undefined } | undefined;
type Props = { back: string; round: number; answer: Answer };

/** Once refused in words, the person has the latest before them; before that, the round they read. */
const seenIn = ({ round, answer }: Props, kept: unknown) =>
  answer?.refusal === undefined && typeof kept === 'string' ? kept : round;

const Rest = ({ button, back }: { button: string; back: string }) => (
  <Actions>
    <Button>{button}</Button>
    <ButtonLink to={back} kind="secondary">
      Not now
    </ButtonLink>
  </Actions>
);

export function ConfirmForm(props: Props) {
  const { back, answer } = props;
  const [form, fields] = useFields<Confirm>('confirm', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <input
        type="hidden"
        name={fields.round.name}
        value={seenIn(props, fields.round.initialValue)}
        readOnly
      />
      <Rest button="Confirm and publish" back={back} />
    </PageForm>
  );
}

export function SendBackForm(props: Props) {
  const { back, answer } = props;
  const [form, fields] = useFields<SendBack>('send-back', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <input
        type="hidden"
        name={fields.round.name}
        value={seenIn(props, fields.round.initialValue)}
        readOnly
      />
      <TextArea
        field={fields.reasons}
        label="What speaks against it"
        hint="Whoever decides reads this; the holder does not"
      />
      <Rest button="Send it back" back={back} />
    </PageForm>
  );
}
