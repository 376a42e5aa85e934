import { RadioGroup } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';

import type { MappingLanguage } from '../../model.ts';
import { fill, wordsOf } from '../words/words.ts';
import { LinkStep } from './link-step.tsx';
import { SharedSections } from './shared-sections.tsx';

type Props = {
  home: string;
  language: MappingLanguage;
  company: string;
  earlier: { id: string; name: string; sent: string }[];
  sections: { name: string; title: string }[];
  answer: FormAnswer;
};

/** An answer that was given to another buyer, given to this one as well. */
export function ReusePage({ home, language, company, earlier, sections, answer }: Props) {
  const words = wordsOf(language);
  const [form, fields] = useFields<{ response: string; sections: string[]; agree: string }>('reuse', {
    reply: answer?.reply,
    saved: { response: earlier[0]?.id, sections: sections.map(({ name }) => name) },
  });
  return (
    <LinkStep
      {...{ home, language, form }}
      title={words.reuse}
      lead={fill(words.reuseLead, { company })}
      refusal={answer?.refusal}
      button={words.reuseButton}
    >
      <RadioGroup
        field={fields.response}
        label={words.reuseWhich}
        options={earlier.map(({ id, name, sent }) => ({
          value: id,
          label: [name, fill(words.reuseFrom, { day: sent })].filter(Boolean).join(' · '),
        }))}
      />
      <SharedSections {...{ language, company, sections, fields }} />
    </LinkStep>
  );
}
