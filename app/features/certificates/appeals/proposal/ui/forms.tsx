import { TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import { Rest } from '../../ui/forms.tsx';
import { refusalText } from '../../ui/refusals.ts';
import type { ConfirmForm as Confirm, SendBackForm as SendBack } from '../forms.ts';

type Props = { back: string; round: number; answer: FormAnswer };

/** Once refused in words, the person has the latest before them; before that, the round they read. */
const seenIn = ({ round, answer }: Props, kept: unknown) =>
  answer?.refusal === undefined && typeof kept === 'string' ? kept : round;

type RoundField = { name: string; initialValue?: string | undefined };

const Round = ({ field, seen }: { field: RoundField; seen: Props }) => (
  <input type="hidden" name={field.name} value={seenIn(seen, field.initialValue)} readOnly />
);

export function ConfirmForm(props: Props) {
  const { back, answer } = props;
  const [form, fields] = useFields<Confirm>('confirm', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <Round field={fields.round} seen={props} />
      <Rest button="Confirm and publish" back={back} />
    </PageForm>
  );
}

export function SendBackForm(props: Props) {
  const { back, answer } = props;
  const [form, fields] = useFields<SendBack>('send-back', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <Round field={fields.round} seen={props} />
      <TextArea
        field={fields.reasons}
        label="What speaks against it"
        hint="Whoever decides reads this; the holder does not"
      />
      <Rest button="Send it back" back={back} />
    </PageForm>
  );
}
