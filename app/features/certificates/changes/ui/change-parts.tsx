import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { Actions, Button } from '#app/ui/buttons.tsx';
import { DateField, SelectField, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';

import { refusalText } from '../../ui/refusals.ts';
import { changeKinds, changeNames, type ChangeKind } from '../model.ts';

type Reported = { id: string; kind: string; changedOn: string; what: string };

/** `id`: the number of what is told, drawn when the page was made. */
export function ChangeForm({ answer, id }: { answer: FormAnswer; id: string }) {
  const [form, fields] = useFields<Reported>('change', { reply: answer?.reply });
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
      <SelectField
        field={fields.kind}
        label="What changes"
        options={changeKinds.map((value) => ({ value, label: changeNames[value] }))}
        empty="Choose one"
      />
      <DateField field={fields.changedOn} label="Day" hint="When it changed, or will change" />
      <TextArea
        field={fields.what}
        label="In your words"
        hint="What was before, what comes now, and what that means for workers"
      />
      <Actions>
        <Button>Tell the scheme</Button>
      </Actions>
    </PageForm>
  );
}

type Told = {
  id: string;
  kind: ChangeKind;
  what: string;
  changedOn: string;
  reportedAt: Date;
  number: string;
};

export const ToldChanges = ({ title, changes }: { title: string; changes: readonly Told[] }) =>
  changes.length === 0 ? null : (
    <Section title={title}>
      {changes.map(({ id, kind, what, changedOn, reportedAt, number }) => (
        <Summary
          key={id}
          items={[
            { term: changeNames[kind], value: dayInWords(changedOn) },
            { term: 'Words', value: what },
            { term: 'Told', value: `${timeInWords(reportedAt)}, of certificate ${number}` },
          ]}
        />
      ))}
    </Section>
  );
