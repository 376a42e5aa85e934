import { NumberField, TextField } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import { WordsFields } from './words-fields.tsx';

type Worded = Field & { getFieldset: () => Record<string, Field | undefined> };
type Props = {
  fields: { name: Field; title: Worded; lead: Worded; place: Field };
  languages: readonly string[];
};

export type SectionAnswers = {
  name: string;
  title: Record<string, string | undefined>;
  lead: Record<string, string | undefined>;
  place: string;
  revision: string;
};

/** What a section is called, what leads into it, and where it stands. */
export const SectionFields = ({ fields, languages }: Props) => (
  <>
    <WordsFields fields={fields.title.getFieldset()} languages={languages} label="Title" />
    <WordsFields
      fields={fields.lead.getFieldset()}
      languages={languages}
      label="Words at its head"
      long
      optional
    />
    <TextField
      field={fields.name}
      label="Name in the data"
      hint="Small letters, digits and _. Answers are kept under it, so change it only in a section that is new."
    />
    <NumberField field={fields.place} label="Place" hint="1 comes first" inputMode="numeric" />
  </>
);
