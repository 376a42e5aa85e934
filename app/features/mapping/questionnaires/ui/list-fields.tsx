import type { ComponentProps } from 'react';

import { Repeated, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { WordsFields } from './words-fields.tsx';

export type ListAnswers = {
  name: string;
  codes: { code: string | undefined; label: Record<string, string | undefined> }[];
  revision: string;
};

type Code = {
  getFieldset: () => { code: Field; label: Field & { getFieldset: () => Record<string, Field | undefined> } };
};
type Props = {
  form: ComponentProps<typeof Repeated>['form'];
  fields: { name: Field; codes: Field & { getFieldList: () => Code[] } };
  languages: readonly string[];
};

/** A list's codes in their order, each with its label in every language. */
export const ListFields = ({ form, fields, languages }: Props) => (
  <>
    <TextField field={fields.name} label="Name of the list" hint="Small letters, digits and _" />
    <Repeated
      form={form}
      field={fields.codes}
      label="Codes"
      hint="Answers hold the code, so a code that was answered keeps its meaning. Empty rows are left out."
      noun="Code"
    >
      {(item) => {
        const { code, label } = item.getFieldset();
        return (
          <>
            <TextField field={code} label="Code" width="short" />
            <WordsFields fields={label.getFieldset()} languages={languages} label="Label" />
          </>
        );
      }}
    </Repeated>
  </>
);
