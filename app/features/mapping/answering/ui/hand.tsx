import { Button } from '#app/ui/buttons.tsx';
import { CheckboxGroup, TextField } from '#app/ui/fields.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';

import type { MappingLanguage } from '../../model.ts';
import { wordsOf } from '../words/words.ts';
import { LinkStep } from './link-step.tsx';
import type { Overview } from './overview.tsx';

type Props = { home: string; language: MappingLanguage; page: Overview; answer: FormAnswer };

/** Sections for colleagues, and the links that open them. */
export function HandPage({ home, language, page, answer }: Props) {
  const words = wordsOf(language);
  const [form, fields] = useFields<{ email: string; sections: string[] }>('hand', { reply: answer?.reply });
  return (
    <>
      <LinkStep
        {...{ home, language, form }}
        title={words.handTitle}
        lead={words.handLead}
        refusal={answer?.refusal}
        button={words.handButton}
      >
        <TextField field={fields.email} label={words.email} type="email" required />
        <CheckboxGroup
          field={fields.sections}
          label={words.which}
          options={page.sections.map(({ name, title }) => ({ value: name, label: title }))}
        />
      </LinkStep>
      {page.hands.length > 0 ? (
        <Section title={words.hands}>
          <ul className="divide-y divide-line">
            {page.hands.map(({ id, email, titles }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
                <span>
                  <bdi>{email}</bdi>: {titles.join(', ')}
                </span>
                <form method="post">
                  <input type="hidden" name="hand" value={id} />
                  <Button kind="secondary" size="small">
                    {words.endHand}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
