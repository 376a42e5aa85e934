import { TextLink } from '#app/ui/buttons.tsx';
import { useFields, type FormAnswer } from '#app/ui/form.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import type { MappingLanguage } from '../../model.ts';
import { wordsOf } from '../words/words.ts';
import { LinkStep } from './link-step.tsx';
import { SharedSections } from './shared-sections.tsx';

type Shown = {
  name: string;
  title: string;
  answers: { question: string; answer: string }[];
  left: string[];
};
type Props = {
  home: string;
  language: MappingLanguage;
  page: { company: string; sections: Shown[] };
  answer: FormAnswer;
};

/** Everything once more, what is still missing, and what the buyer may see. */
export function SendPage({ home, language, page, answer }: Props) {
  const words = wordsOf(language);
  const { company, sections } = page;
  const missing = sections.filter(({ left }) => left.length > 0);
  const [form, fields] = useFields<{ sections: string[]; agree: string }>('send', {
    reply: answer?.reply,
    // Shown unless somebody says otherwise: it was asked for that. Nothing is sent without the tick below.
    saved: { sections: sections.map(({ name }) => name) },
  });
  return (
    <>
      <LinkStep
        {...{ home, language, form }}
        title={words.sendTitle}
        lead={words.sendLead}
        refusal={answer?.refusal}
        button={missing.length === 0 ? words.sendButton : undefined}
      >
        {missing.length === 0 ? (
          <SharedSections {...{ language, company, sections, fields }} />
        ) : (
          <Missing home={home} title={words.left} sections={missing} />
        )}
      </LinkStep>
      {sections.map(({ name, title, answers }) =>
        answers.length > 0 ? (
          <Section key={name} title={title}>
            <Summary items={answers.map(({ question, answer: said }) => ({ term: question, value: said }))} />
          </Section>
        ) : null,
      )}
    </>
  );
}

const Missing = ({ home, title, sections }: { home: string; title: string; sections: Shown[] }) => (
  <Section title={title}>
    <ul className="flex flex-col gap-4">
      {sections.map(({ name, title: section, left }) => (
        <li key={name}>
          <TextLink to={`${home}/sections/${name}`}>{section}</TextLink>
          <ul className="list-disc ps-6">
            {left.slice(0, 20).map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </Section>
);
