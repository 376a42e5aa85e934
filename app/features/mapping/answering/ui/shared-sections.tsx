import { CheckboxField, CheckboxGroup } from '#app/ui/fields.tsx';
import type { Field } from '#app/ui/parts/field.tsx';

import type { MappingLanguage } from '../../model.ts';
import { fill, wordsOf } from '../words/words.ts';

type Props = {
  language: MappingLanguage;
  company: string;
  sections: { name: string; title: string }[];
  fields: { sections: Field; agree: Field };
};

/** What a buyer may see, section by section, and that it is meant. */
export function SharedSections({ language, company, sections, fields }: Props) {
  const words = wordsOf(language);
  return (
    <>
      <CheckboxGroup
        field={fields.sections}
        label={fill(words.show, { company })}
        hint={words.showHint}
        options={sections.slice(1).map(({ name, title }) => ({ value: name, label: title }))}
      />
      <CheckboxField field={fields.agree} label={fill(words.agree, { company })} required />
    </>
  );
}
