import { sectors } from '#app/platform/industries.ts';
import { countryOptions } from '#app/platform/places.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { CheckboxGroup, Repeated, SelectField, TextArea } from '#app/ui/fields.tsx';
import { PageForm, useFields, type FormAnswer } from '#app/ui/form.tsx';

import { refusalText } from '../../ui/refusals.ts';

type Shape = {
  corridors: { from: string; to: string }[];
  sectors: string[];
  offices: string;
  grounds: string;
};
type Props = { covered: { sectors: string[] }; answer: FormAnswer };

/** What shall be added: only what the certificate does not cover yet can be chosen. */
export function AskForm({ covered, answer }: Props) {
  const saved = { corridors: [{ from: '', to: '' }], sectors: [], offices: '', grounds: '' };
  const [form, fields] = useFields<Shape>('extend', { reply: answer?.reply, saved });
  const options = Object.entries(sectors)
    .filter(([value]) => !covered.sectors.includes(value))
    .map(([value, label]) => ({ value, label }));
  return (
    <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
      <Repeated form={form} field={fields.corridors} label="Corridors to add" noun="Corridor">
        {(field) => {
          const { from, to } = field.getFieldset();
          return (
            <>
              <SelectField field={from} label="From" options={countryOptions} empty="Choose a country" />
              <SelectField field={to} label="To" options={countryOptions} empty="Choose a country" />
            </>
          );
        }}
      </Repeated>
      <CheckboxGroup field={fields.sectors} label="Sectors to add" options={options} optional />
      <TextArea
        field={fields.offices}
        label="Offices to add"
        hint="One office a line, as it shall stand on the register"
        rows={3}
        optional
      />
      <TextArea
        field={fields.grounds}
        label="Grounds"
        hint="Why, and what you have set up for it: people, licences, partners. The scheme reads this."
      />
      <Actions>
        <Button>Ask for the wider scope</Button>
        <ButtonLink to="/certificate" kind="secondary">
          Not now
        </ButtonLink>
      </Actions>
    </PageForm>
  );
}
