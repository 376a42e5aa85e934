import type { FieldMetadata } from '@conform-to/react';

import { countryOptions } from '#app/platform/places.ts';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields.tsx';

import { formNames, forms, kindNames, kinds, type Kind } from '../model.ts';

type Shape = Record<
  | 'kind'
  | 'form'
  | 'name'
  | 'nameLocal'
  | 'country'
  | 'place'
  | 'registrationNumber'
  | 'since'
  | 'contact'
  | 'phones'
  | 'parentId'
  | 'note',
  string
>;
type Fields = { [Name in keyof Shape]: FieldMetadata<Shape[Name], Shape> };
export type PartnerShape = Shape;

type Props = {
  fields: Fields;
  agencies: readonly { value: string; label: string }[];
  /** A partner stays what it is. */
  kind?: Kind;
};

const kindOptions = kinds.map((value) => ({ value, label: kindNames[value] }));
const formOptions = forms.map((value) => ({ value, label: formNames[value] }));

/** What is asked of a partner, when it is added and when it changes. */
export function PartnerFields({ fields, agencies, kind }: Props) {
  return (
    <>
      {kind ? (
        <input type="hidden" name={fields.kind.name} value={kind} />
      ) : (
        <SelectField
          field={fields.kind}
          label="What kind of partner"
          options={kindOptions}
          empty="Choose a kind"
        />
      )}
      <RadioGroup field={fields.form} label="Registered or individual" options={formOptions} />
      <TextField field={fields.name} label="Name" hint="In Latin letters, as in your contract" />
      <TextField
        field={fields.nameLocal}
        label="Name in local script"
        hint="As people there write it"
        dir="auto"
        optional
      />
      <SelectField field={fields.country} label="Country" options={countryOptions} empty="Choose a country" />
      <TextField field={fields.place} label="Town or district" />
      <TextField
        field={fields.registrationNumber}
        label="Registration or licence number"
        hint="Needed for registered sub-agents and for partner agencies"
        autoComplete="off"
      />
      <TextArea
        field={fields.phones}
        label="Phone numbers"
        hint="One a line, in any form. Workers can check these once you have authorised the partner."
        rows={3}
        dir="ltr"
      />
      {agencies.length > 0 && (kind === undefined || kind === 'sub_agent') ? (
        <SelectField
          field={fields.parentId}
          label="Works under"
          hint="For a sub-agent of one of your partner agencies"
          options={agencies}
          empty="Works with you directly"
          optional
        />
      ) : null}
      <DateField field={fields.since} label="You work with it since" optional />
      <TextField field={fields.contact} label="Contact person" autoComplete="off" optional />
      <TextArea field={fields.note} label="Note" rows={3} optional />
    </>
  );
}

type Known = { [Name in keyof Omit<Shape, 'phones'>]: string | null } & { phones: readonly string[] };

/** What is on record, as the fields show it. */
export const toFields = ({ phones, ...partner }: Known) => ({
  ...Object.fromEntries(
    Object.entries(partner).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ),
  phones: phones.join('\n'),
});
