import { languageName } from '#app/platform/names/languages.ts';
import type { Questionnaire } from '#app/questionnaire/definition.ts';
import { toEdit, type Edited } from '#app/questionnaire/edit.ts';
import { Questions } from '#app/questionnaire/ui/questions.tsx';
import { inLanguage } from '#app/questionnaire/words.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';

type Props = {
  questionnaire: Questionnaire;
  section: string;
  language: string;
  /** The draft or version it belongs to. */
  base: string;
};

const rightToLeft = new Set(['ar', 'ur', 'fa', 'ps', 'he']);

/** One section as whoever answers sees it, in any language it is written in. Nothing here can be sent. */
export function Preview({ questionnaire, section: name, language, base }: Props) {
  const section = questionnaire.sections.find((each) => each.name === name) ?? {
    name,
    title: { en: name },
    questions: [],
  };
  const [form, fields] = useFields<Edited>('preview', { reply: undefined, saved: toEdit(section, {}) });
  const to = (each: string, code: string) => `${base}/preview/${each}?language=${code}`;
  return (
    <>
      <PageHeader
        title={`Preview: ${section.title.en}`}
        back={{ to: base, label: `${questionnaire.title.en}, version ${questionnaire.version}` }}
        lead="As it is shown to whoever answers. What is asked only sometimes is all here, with the words that say when."
      />
      <nav aria-label="Language of the preview" className="flex flex-wrap gap-x-4 gap-y-2">
        {questionnaire.languages.map((code) =>
          code === language ? (
            <strong key={code}>{languageName(code)}</strong>
          ) : (
            <TextLink key={code} to={to(name, code)}>
              {languageName(code)}
            </TextLink>
          ),
        )}
      </nav>
      <nav aria-label="Sections" className="flex flex-wrap gap-x-4 gap-y-2">
        {questionnaire.sections.map((each) => (
          <TextLink key={each.name} to={to(each.name, language)}>
            {each.title.en}
          </TextLink>
        ))}
      </nav>
      <div lang={language} dir={rightToLeft.has(language) ? 'rtl' : 'ltr'} className="flex flex-col gap-6">
        <h2>{inLanguage(section.title, language)}</h2>
        {section.lead ? <p>{inLanguage(section.lead, language)}</p> : null}
        <PageForm form={form} method="get">
          <fieldset disabled className="flex w-full flex-col items-start gap-6">
            <Questions {...{ form, fields, questionnaire, section, language }} />
          </fieldset>
        </PageForm>
      </div>
    </>
  );
}
